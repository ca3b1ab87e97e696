<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>AuthoritiesSection</name>
    <message numerus="yes">
      <source>%n authority(ies) asked for every seal.</source>
      <translation>
        <numerusform>%n authority is asked for every seal.</numerusform>
        <numerusform>%n authorities are asked for every seal.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n certificate(s) pinned.</source>
      <translation>
        <numerusform>%n certificate pinned.</numerusform>
        <numerusform>%n certificates pinned.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>BoxCanvas</name>
    <message numerus="yes">
      <source>%n face(s)</source>
      <translation>
        <numerusform>%n face</numerusform>
        <numerusform>%n faces</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>BulkPanel</name>
    <message numerus="yes">
      <source>%n permission(s) selected</source>
      <translation>
        <numerusform>%n permission selected</numerusform>
        <numerusform>%n permissions selected</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>CauseCard</name>
    <message numerus="yes">
      <source>%n more</source>
      <translation>
        <numerusform>%n more</numerusform>
        <numerusform>%n more</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>CheckOverview</name>
    <message numerus="yes">
      <source>Compared with %n recording(s).</source>
      <translation>
        <numerusform>Compared with %n recording.</numerusform>
        <numerusform>Compared with %n recordings.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n recording(s) cannot be compared yet.</source>
      <translation>
        <numerusform>%n recording cannot be compared yet.</numerusform>
        <numerusform>%n recordings cannot be compared yet.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>CheckSection</name>
    <message numerus="yes">
      <source>%n thing(s) are damaged.</source>
      <translation>
        <numerusform>%n thing is damaged.</numerusform>
        <numerusform>%n things are damaged.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ConversationsPart</name>
    <message numerus="yes">
      <source>%n conversation(s)</source>
      <translation>
        <numerusform>%n conversation</numerusform>
        <numerusform>%n conversations</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n of them should be looked at.</source>
      <translation>
        <numerusform>%n of them should be looked at.</numerusform>
        <numerusform>%n of them should be looked at.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Desk</name>
    <message numerus="yes">
      <source>%n person(s) waiting</source>
      <translation>
        <numerusform>%n person waiting</numerusform>
        <numerusform>%n people waiting</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n upload(s) to be continued</source>
      <translation>
        <numerusform>%n upload to be continued</numerusform>
        <numerusform>%n uploads to be continued</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>DetailPanel</name>
    <message numerus="yes">
      <source>%n thing(s) to do</source>
      <translation>
        <numerusform>%n thing to do</numerusform>
        <numerusform>%n things to do</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ExportSheet</name>
    <message numerus="yes">
      <source>%n of {total} shown</source>
      <translation>
        <numerusform>%n of {total} shown</numerusform>
        <numerusform>%n of {total} shown</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>GroupCard</name>
    <message numerus="yes">
      <source>%n rule(s) hold.</source>
      <translation>
        <numerusform>%n rule holds.</numerusform>
        <numerusform>%n rules hold.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>KitView</name>
    <message numerus="yes">
      <source>%n person(s) without a record</source>
      <translation>
        <numerusform>%n person without a record</numerusform>
        <numerusform>%n people without a record</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>and %n more</numerusform>
        <numerusform>and %n more</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>LineView</name>
    <message numerus="yes">
      <source>%n more</source>
      <translation>
        <numerusform>%n more</numerusform>
        <numerusform>%n more</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>OptionsForm</name>
    <message numerus="yes">
      <source>Only these %n recipient(s) can open it.</source>
      <translation>
        <numerusform>Only this %n recipient can open it.</numerusform>
        <numerusform>Only these %n recipients can open it.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Overview</name>
    <message numerus="yes">
      <source>%n person(s)</source>
      <translation>
        <numerusform>%n person</numerusform>
        <numerusform>%n people</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n video(s)</source>
      <translation>
        <numerusform>%n video</numerusform>
        <numerusform>%n videos</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>PeopleList</name>
    <message numerus="yes">
      <source>and %n more rule(s)</source>
      <translation>
        <numerusform>and %n more rule</numerusform>
        <numerusform>and %n more rules</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>PersonCard</name>
    <message numerus="yes">
      <source>and %n more rule(s)</source>
      <translation>
        <numerusform>and %n more rule</numerusform>
        <numerusform>and %n more rules</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ProofsPage</name>
    <message numerus="yes">
      <source>%n proof(s)</source>
      <translation>
        <numerusform>%n proof</numerusform>
        <numerusform>%n proofs</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>RecordingPage</name>
    <message numerus="yes">
      <source>%n file(s) left out: only pictures, PDF, text and sound.</source>
      <translation>
        <numerusform>%n file left out: only pictures, PDF, text and sound.</numerusform>
        <numerusform>%n files left out: only pictures, PDF, text and sound.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>StartPart</name>
    <message numerus="yes">
      <source>%n recording(s) cannot be compared yet.</source>
      <translation>
        <numerusform>%n recording cannot be compared yet.</numerusform>
        <numerusform>%n recordings cannot be compared yet.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Statements</name>
    <message numerus="yes">
      <source>%n answer(s) are missing.</source>
      <translation>
        <numerusform>%n answer is missing.</numerusform>
        <numerusform>%n answers are missing.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>StatusLine</name>
    <message numerus="yes">
      <source>%n time stamp(s) waiting</source>
      <translation>
        <numerusform>%n time stamp waiting</numerusform>
        <numerusform>%n time stamps waiting</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n person(s) waiting</source>
      <translation>
        <numerusform>%n person waiting</numerusform>
        <numerusform>%n people waiting</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>TaskCard</name>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>and %n more</numerusform>
        <numerusform>and %n more</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>VideoView</name>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>and %n more</numerusform>
        <numerusform>and %n more</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>_Counts</name>
    <message numerus="yes">
      <source>%n conversation(s)</source>
      <translation>
        <numerusform>%n conversation</numerusform>
        <numerusform>%n conversations</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>activity</name>
    <message numerus="yes">
      <source>%n entry(s)</source>
      <translation>
        <numerusform>%n entry</numerusform>
        <numerusform>%n entries</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ask</name>
    <message numerus="yes">
      <source>%n year(s)</source>
      <translation>
        <numerusform>%n year</numerusform>
        <numerusform>%n years</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>check</name>
    <message numerus="yes">
      <source>%n second(s)</source>
      <translation>
        <numerusform>%n second</numerusform>
        <numerusform>%n seconds</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n second(s) need a decision.</source>
      <translation>
        <numerusform>%n second needs a decision.</numerusform>
        <numerusform>%n seconds need a decision.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n person(s), all covered.</source>
      <translation>
        <numerusform>%n person, covered.</numerusform>
        <numerusform>%n people, all covered.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n person(s), none covered.</source>
      <translation>
        <numerusform>%n person, not covered.</numerusform>
        <numerusform>%n people, none covered.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n person(s), {covered} covered.</source>
      <translation>
        <numerusform>%n person, {covered} covered.</numerusform>
        <numerusform>%n people, {covered} covered.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>decision</name>
    <message numerus="yes">
      <source>%n thing(s) stand in the way.</source>
      <translation>
        <numerusform>%n thing stands in the way.</numerusform>
        <numerusform>%n things stand in the way.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n rule(s) warn.</source>
      <translation>
        <numerusform>%n rule warns.</numerusform>
        <numerusform>%n rules warn.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n rule(s) were overruled by you.</source>
      <translation>
        <numerusform>%n rule was overruled by you.</numerusform>
        <numerusform>%n rules were overruled by you.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n rule(s) hold.</source>
      <translation>
        <numerusform>%n rule holds.</numerusform>
        <numerusform>%n rules hold.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n countries</source>
      <translation>
        <numerusform>%n country</numerusform>
        <numerusform>%n countries</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>messages</name>
    <message numerus="yes">
      <source>%n minute(s) ago</source>
      <translation>
        <numerusform>%n minute ago</numerusform>
        <numerusform>%n minutes ago</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n hour(s) ago</source>
      <translation>
        <numerusform>%n hour ago</numerusform>
        <numerusform>%n hours ago</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n second(s) left</source>
      <translation>
        <numerusform>%n second left</numerusform>
        <numerusform>%n seconds left</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n minute(s) left</source>
      <translation>
        <numerusform>%n minute left</numerusform>
        <numerusform>%n minutes left</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n hour(s) left</source>
      <translation>
        <numerusform>%n hour left</numerusform>
        <numerusform>%n hours left</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>permissions</name>
    <message numerus="yes">
      <source>%n permission(s)</source>
      <translation>
        <numerusform>%n permission</numerusform>
        <numerusform>%n permissions</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n permission(s) withdrawn</source>
      <translation>
        <numerusform>%n permission withdrawn</numerusform>
        <numerusform>%n permissions withdrawn</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n permission(s) renewed</source>
      <translation>
        <numerusform>%n permission renewed</numerusform>
        <numerusform>%n permissions renewed</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n proof(s) exported</source>
      <translation>
        <numerusform>%n proof exported</numerusform>
        <numerusform>%n proofs exported</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n left as they were: their status does not allow this step.</source>
      <translation>
        <numerusform>%n left as it was: its status does not allow this step.</numerusform>
        <numerusform>%n left as they were: their status does not allow this step.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>It did not work with %n of them.</source>
      <translation>
        <numerusform>It did not work with %n of them.</numerusform>
        <numerusform>It did not work with %n of them.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>proofs</name>
    <message numerus="yes">
      <source>%n field(s) shown</source>
      <translation>
        <numerusform>%n field shown</numerusform>
        <numerusform>%n fields shown</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>published</name>
    <message numerus="yes">
      <source>The thumbnail shows the %n person(s) of the plan and nobody else.</source>
      <translation>
        <numerusform>The thumbnail shows the %n person of the plan and nobody else.</numerusform>
        <numerusform>The thumbnail shows the %n people of the plan and nobody else.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>No proof is exported of %n permission(s).</source>
      <translation>
        <numerusform>No proof is exported of %n permission.</numerusform>
        <numerusform>No proof is exported of %n permissions.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n permission(s) without a time stamp.</source>
      <translation>
        <numerusform>%n permission without a time stamp.</numerusform>
        <numerusform>%n permissions without a time stamp.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n day(s)</source>
      <translation>
        <numerusform>%n day</numerusform>
        <numerusform>%n days</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n hour(s)</source>
      <translation>
        <numerusform>%n hour</numerusform>
        <numerusform>%n hours</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) to do</source>
      <translation>
        <numerusform>%n thing to do</numerusform>
        <numerusform>%n things to do</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n task(s)</source>
      <translation>
        <numerusform>%n task</numerusform>
        <numerusform>%n tasks</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n late</source>
      <translation>
        <numerusform>%n late</numerusform>
        <numerusform>%n late</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n person(s)</source>
      <translation>
        <numerusform>%n person</numerusform>
        <numerusform>%n people</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n minute(s)</source>
      <translation>
        <numerusform>%n minute</numerusform>
        <numerusform>%n minutes</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>redaction</name>
    <message numerus="yes">
      <source>%n second(s) change.</source>
      <translation>
        <numerusform>%n second changes.</numerusform>
        <numerusform>%n seconds change.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n of them are cut.</source>
      <translation>
        <numerusform>%n of them is cut.</numerusform>
        <numerusform>%n of them are cut.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n rule(s) still block; no change here mends them.</source>
      <translation>
        <numerusform>%n rule still blocks; no change here mends it.</numerusform>
        <numerusform>%n rules still block; no change here mends them.</numerusform>
      </translation>
    </message>
  </context>
</TS>