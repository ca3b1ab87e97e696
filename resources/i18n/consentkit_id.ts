<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="id" sourcelanguage="en">
  <context>
    <name>AboutSection</name>
    <message>
      <source>Version {version}</source>
      <translation>Versi {version}</translation>
    </message>
    <message>
      <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty. It shows facts and never says whether a consent is valid in law.</source>
      <translation>Perangkat lunak bebas di bawah GNU General Public License versi 3 atau lebih baru, tanpa jaminan apa pun. Ia menunjukkan fakta dan tidak pernah menyatakan persetujuan sah secara hukum.</translation>
    </message>
    <message>
      <source>Copy versions</source>
      <translation>Salin versi</translation>
    </message>
    <message>
      <source>Made with</source>
      <translation>Dibuat dengan</translation>
    </message>
    <message>
      <source>Copied.</source>
      <translation>Tersalin.</translation>
    </message>
  </context>
  <context>
    <name>ActivityPage</name>
    <message>
      <source>Search people and recordings</source>
      <translation>Cari orang dan rekaman</translation>
    </message>
    <message>
      <source>Clear filters</source>
      <translation>Hapus saringan</translation>
    </message>
    <message>
      <source>Go there</source>
      <translation>Ke sana</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Nothing fits</source>
      <translation>Tidak ada yang cocok</translation>
    </message>
    <message>
      <source>Search for another name, or clear the filters.</source>
      <translation>Cari nama lain, atau hapus saringan.</translation>
    </message>
    <message>
      <source>Nothing has happened yet</source>
      <translation>Belum ada apa-apa</translation>
    </message>
    <message>
      <source>Whatever you add, seal or change is entered into a log that nobody can change afterwards, you included. It begins with your first recording.</source>
      <translation>Semua yang Anda tambah, segel, atau ubah dicatat dalam log yang tidak bisa diubah siapa pun, termasuk Anda. Log dimulai dengan rekaman pertama Anda.</translation>
    </message>
    <message>
      <source>Go to the recordings</source>
      <translation>Ke rekaman</translation>
    </message>
    <message>
      <source>Activity</source>
      <translation>Aktivitas</translation>
    </message>
    <message>
      <source>Take it as it is…</source>
      <translation>Terima apa adanya…</translation>
    </message>
    <message>
      <source>Go to the settings</source>
      <translation>Ke setelan</translation>
    </message>
    <message>
      <source>I know why, take it</source>
      <translation>Aku tahu sebabnya, terima</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>From here on this log counts as the right one, and what it lacks is not looked for any more. Do this after you restored a backup on purpose, and not otherwise.</source>
      <translation>Mulai sekarang log ini dianggap benar, dan yang hilang tidak dicari lagi. Lakukan ini hanya setelah Anda sengaja memulihkan cadangan.</translation>
    </message>
  </context>
  <context>
    <name>ActivityTable</name>
    <message>
      <source>Entries of the log</source>
      <translation>Entri log</translation>
    </message>
  </context>
  <context>
    <name>AdditionRow</name>
    <message>
      <source>Try again</source>
      <translation>Coba lagi</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Hentikan</translation>
    </message>
    <message>
      <source>Put away</source>
      <translation>Singkirkan</translation>
    </message>
    <message>
      <source>Waiting for its turn</source>
      <translation>Menunggu giliran</translation>
    </message>
    <message>
      <source>Opening the file</source>
      <translation>Membuka berkas</translation>
    </message>
  </context>
  <context>
    <name>AppearancesField</name>
    <message>
      <source>Nobody else</source>
      <translation>Tidak ada orang lain</translation>
    </message>
    <message>
      <source>These</source>
      <translation>Berikut ini</translation>
    </message>
    <message>
      <source>Your own material, in words</source>
      <translation>Materi sendiri, dengan kata-kata</translation>
    </message>
  </context>
  <context>
    <name>AskPage</name>
    <message>
      <source>Who is asking?</source>
      <translation>Siapa yang bertanya?</translation>
    </message>
    <message>
      <source>The card tells the partner your name or channel, and where a yes can be taken back. Fill in your profile once, then come back.</source>
      <translation>Kartu menyebut nama atau kanal Anda kepada lawan bicara, dan ke mana persetujuan bisa dicabut. Isi profil Anda sekali, lalu kembali ke sini.</translation>
    </message>
    <message>
      <source>Fill in the profile</source>
      <translation>Isi profil</translation>
    </message>
    <message>
      <source>The card is in its own window</source>
      <translation>Kartu ada di jendela sendiri</translation>
    </message>
    <message>
      <source>It stays on top while you chat. Close it, or bring it back here.</source>
      <translation>Jendela itu tetap di depan selama Anda mengobrol. Tutup, atau kembalikan ke sini.</translation>
    </message>
    <message>
      <source>Bring it back</source>
      <translation>Kembalikan ke sini</translation>
    </message>
    <message>
      <source>Asked today</source>
      <translation>Ditanya hari ini</translation>
    </message>
    <message>
      <source>Ask</source>
      <translation>Minta izin</translation>
    </message>
    <message>
      <source>Search languages</source>
      <translation>Cari bahasa</translation>
    </message>
    <message>
      <source>Language to ask in</source>
      <translation>Bahasa untuk bertanya</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Bahasa</translation>
    </message>
    <message>
      <source>Partner</source>
      <translation>Lawan bicara</translation>
    </message>
    <message>
      <source>A name to find the asking by, if you like</source>
      <translation>Nama agar mudah dicari, kalau mau</translation>
    </message>
    <message>
      <source>Open the card</source>
      <translation>Buka kartu</translation>
    </message>
    <message>
      <source>What you ask for</source>
      <translation>Yang Anda minta</translation>
    </message>
    <message>
      <source>Each use is asked by itself and may be refused by itself.</source>
      <translation>Setiap penggunaan ditanyakan sendiri dan boleh ditolak sendiri.</translation>
    </message>
    <message>
      <source>This vault is open read-only.</source>
      <translation>Brankas ini dibuka hanya-baca.</translation>
    </message>
  </context>
  <context>
    <name>AskingRows</name>
    <message>
      <source>What you asked</source>
      <translation>Yang Anda tanyakan</translation>
    </message>
    <message>
      <source>Nothing was asked today. What you mark on a card waits here until you add the recording; the marks are then found in it by their time.</source>
      <translation>Hari ini belum ada yang ditanya. Tanda yang Anda buat di kartu menunggu di sini sampai rekamannya ditambahkan; lalu tanda itu ditemukan di dalamnya lewat waktunya.</translation>
    </message>
    <message>
      <source>Earlier, still waiting</source>
      <translation>Sebelumnya, masih menunggu</translation>
    </message>
    <message>
      <source>On record</source>
      <translation>Sudah tercatat</translation>
    </message>
    <message>
      <source>Open the card</source>
      <translation>Buka kartu</translation>
    </message>
    <message>
      <source>Take {name} off the list</source>
      <translation>Hapus {name} dari daftar</translation>
    </message>
  </context>
  <context>
    <name>AttachSheet</name>
    <message>
      <source>Search people</source>
      <translation>Cari orang</translation>
    </message>
    <message>
      <source>Permissions on record</source>
      <translation>Izin yang tercatat</translation>
    </message>
    <message>
      <source>Nobody on record fits.</source>
      <translation>Tidak ada orang tercatat yang cocok.</translation>
    </message>
    <message>
      <source>Add the conversation</source>
      <translation>Tambahkan percakapan</translation>
    </message>
    <message>
      <source>Add to a permission</source>
      <translation>Tambahkan ke izin</translation>
    </message>
    <message>
      <source>The same person once more? Choose what is on record; it then covers this.</source>
      <translation>Orang yang sama lagi? Pilih izin yang tercatat; izin itu lalu mencakup percakapan ini.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
  </context>
  <context>
    <name>AttachmentsField</name>
    <message>
      <source>Add a file…</source>
      <translation>Tambahkan berkas…</translation>
    </message>
    <message>
      <source>Pictures, PDF, text or sound. You can drop them here.</source>
      <translation>Gambar, PDF, teks, atau suara. Bisa diseret ke sini.</translation>
    </message>
    <message>
      <source>Add files</source>
      <translation>Tambahkan berkas</translation>
    </message>
    <message>
      <source>Label of the file</source>
      <translation>Label berkas</translation>
    </message>
    <message>
      <source>What the file is</source>
      <translation>Jenis berkas</translation>
    </message>
    <message>
      <source>Leave the file out</source>
      <translation>Jangan sertakan berkas</translation>
    </message>
  </context>
  <context>
    <name>AuthoritiesSection</name>
    <message>
      <source>Time authorities</source>
      <translation>Otoritas waktu</translation>
    </message>
    <message>
      <source>They sign the time at which a digest was shown to them, never the content. Two independent ones are worth more than one. They see the address of this computer.</source>
      <translation>Mereka menandatangani waktu saat sebuah sidik isi ditunjukkan, tidak pernah isinya. Dua yang independen lebih berharga dari satu. Mereka melihat alamat komputer ini.</translation>
    </message>
    <message>
      <source>None chosen: the public roots are used.</source>
      <translation>Belum dipilih: akar publik yang dipakai.</translation>
    </message>
    <message>
      <source>Choose a root certificate…</source>
      <translation>Pilih sertifikat akar…</translation>
    </message>
    <message>
      <source>Add authority</source>
      <translation>Tambah otoritas</translation>
    </message>
    <message>
      <source>Add another</source>
      <translation>Tambah yang lain</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>Address (RFC 3161)</source>
      <translation>Alamat (RFC 3161)</translation>
    </message>
    <message>
      <source>No authority is set up.</source>
      <translation>Belum ada otoritas.</translation>
    </message>
    <message>
      <source>Use the public ones</source>
      <translation>Pakai yang publik</translation>
    </message>
    <message>
      <source>No authority is asked. Permissions are sealed without a time stamp.</source>
      <translation>Tidak ada otoritas yang diminta. Izin disegel tanpa cap waktu.</translation>
    </message>
    <message numerus="yes">
      <source>%n authority(ies) asked for every seal.</source>
      <translation>
        <numerusform>%n otoritas diminta untuk setiap segel.</numerusform>
      </translation>
    </message>
    <message>
      <source>Ask {name}</source>
      <translation>Minta {name}</translation>
    </message>
    <message>
      <source>Demonstration, proves nothing</source>
      <translation>Demonstrasi, tidak membuktikan apa pun</translation>
    </message>
    <message>
      <source>Own root</source>
      <translation>Akar sendiri</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Uji</translation>
    </message>
    <message>
      <source>Remove {name}</source>
      <translation>Hapus {name}</translation>
    </message>
    <message>
      <source>{name} is no longer asked.</source>
      <translation>{name} tidak lagi diminta.</translation>
    </message>
    <message>
      <source>Asking…</source>
      <translation>Meminta…</translation>
    </message>
    <message>
      <source>Test of {name}</source>
      <translation>Uji {name}</translation>
    </message>
    <message>
      <source>It answered well. Its time: {time}.</source>
      <translation>Jawabannya baik. Waktunya: {time}.</translation>
    </message>
    <message>
      <source>Certificates ({patterns})</source>
      <translation>Sertifikat ({patterns})</translation>
    </message>
    <message numerus="yes">
      <source>%n certificate(s) pinned.</source>
      <translation>
        <numerusform>%n sertifikat dipasang.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>BackupsSection</name>
    <message>
      <source>Make a backup…</source>
      <translation>Buat cadangan…</translation>
    </message>
    <message>
      <source>Backups</source>
      <translation>Cadangan</translation>
    </message>
    <message>
      <source>To restore one, lock this vault, choose Other vaults and then Restore from a backup. A backup opens with the passphrase it was made under.</source>
      <translation>Untuk memulihkan, kunci brankas ini, pilih Brankas lain, lalu Pulihkan dari cadangan. Cadangan dibuka dengan frasa sandi saat dibuat.</translation>
    </message>
    <message>
      <source>A backup is an encrypted copy of the vault, read back and compared. Your recordings are not in it: copy them yourself.</source>
      <translation>Cadangan adalah salinan terenkripsi brankas, dibaca ulang dan dibandingkan. Rekaman Anda tidak termasuk: salin sendiri.</translation>
    </message>
    <message>
      <source>There is no backup yet. A stolen disk would take it all.</source>
      <translation>Belum ada cadangan. Disk yang dicuri akan membawa semuanya.</translation>
    </message>
    <message>
      <source>not found there</source>
      <translation>tidak ditemukan di sana</translation>
    </message>
    <message>
      <source>Where the backup goes</source>
      <translation>Tempat cadangan</translation>
    </message>
    <message>
      <source>Backup made and compared.</source>
      <translation>Cadangan dibuat dan dibandingkan.</translation>
    </message>
    <message>
      <source>Backup</source>
      <translation>Cadangan</translation>
    </message>
  </context>
  <context>
    <name>BoxCanvas</name>
    <message>
      <source>Faces in the picture</source>
      <translation>Wajah dalam gambar</translation>
    </message>
    <message numerus="yes">
      <source>%n face(s)</source>
      <translation>
        <numerusform>%n wajah</numerusform>
      </translation>
    </message>
    <message>
      <source>{faces}, {blurred} blurred</source>
      <translation>{faces}, {blurred} dikaburkan</translation>
    </message>
  </context>
  <context>
    <name>BulkPanel</name>
    <message>
      <source>Working…</source>
      <translation>Sedang dikerjakan…</translation>
    </message>
    <message>
      <source>How far it is, and the button to stop it, stand at the foot.</source>
      <translation>Kemajuannya dan tombol untuk menghentikan ada di bagian bawah.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Renew…</source>
      <translation>Perbarui…</translation>
    </message>
    <message>
      <source>Export proofs…</source>
      <translation>Ekspor bukti…</translation>
    </message>
    <message>
      <source>Partners withdrew…</source>
      <translation>Lawan bicara mencabut…</translation>
    </message>
    <message>
      <source>A step is taken only where the status of a permission allows it.</source>
      <translation>Langkah hanya dilakukan pada izin yang statusnya memungkinkan.</translation>
    </message>
    <message>
      <source>New last day</source>
      <translation>Hari terakhir yang baru</translation>
    </message>
    <message>
      <source>Renew</source>
      <translation>Perpanjang</translation>
    </message>
    <message>
      <source>Renew the permissions</source>
      <translation>Perpanjang izin</translation>
    </message>
    <message>
      <source>Only if every one of these partners said yes again.</source>
      <translation>Hanya jika setiap lawan bicara ini sudah berkata ya lagi.</translation>
    </message>
    <message>
      <source>No folder chosen</source>
      <translation>Belum ada folder dipilih</translation>
    </message>
    <message>
      <source>Choose a folder…</source>
      <translation>Pilih folder…</translation>
    </message>
    <message>
      <source>Export proofs</source>
      <translation>Ekspor bukti</translation>
    </message>
    <message>
      <source>One file each, with the fields that are usually shown.</source>
      <translation>Satu berkas untuk masing-masing, dengan isian yang biasanya ditampilkan.</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Alasan</translation>
    </message>
    <message>
      <source>All of these partners withdrew</source>
      <translation>Semua lawan bicara ini mencabut izinnya</translation>
    </message>
    <message>
      <source>Withdraw</source>
      <translation>Cabut</translation>
    </message>
    <message>
      <source>The partners withdrew</source>
      <translation>Lawan bicara mencabut izin</translation>
    </message>
    <message>
      <source>These permissions end at once and can never be given again here. This cannot be undone.</source>
      <translation>Izin-izin ini langsung berakhir dan tidak bisa diberikan lagi di sini. Ini tidak bisa dibatalkan.</translation>
    </message>
    <message>
      <source>Reason, if you like</source>
      <translation>Alasan, kalau mau</translation>
    </message>
    <message numerus="yes">
      <source>%n permission(s) selected</source>
      <translation>
        <numerusform>%n izin dipilih</numerusform>
      </translation>
    </message>
    <message>
      <source>This vault is open read-only.</source>
      <translation>Brankas ini dibuka hanya-baca.</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>Tampilkan di folder</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Selesai</translation>
    </message>
    <message>
      <source>Choose a folder</source>
      <translation>Pilih folder</translation>
    </message>
  </context>
  <context>
    <name>CardDelegate</name>
    <message>
      <source>file is away</source>
      <translation>berkas tidak ada</translation>
    </message>
  </context>
  <context>
    <name>CardList</name>
    <message>
      <source>Videos you checked</source>
      <translation>Video yang Anda periksa</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Buka</translation>
    </message>
    <message>
      <source>Remove from the list</source>
      <translation>Hapus dari daftar</translation>
    </message>
  </context>
  <context>
    <name>CardView</name>
    <message>
      <source>Choose another language</source>
      <translation>Pilih bahasa lain</translation>
    </message>
    <message>
      <source>Keep in a small window on top</source>
      <translation>Taruh di jendela kecil paling depan</translation>
    </message>
    <message>
      <source>Next card</source>
      <translation>Kartu berikutnya</translation>
    </message>
    <message>
      <source>A fresh number for the next partner (Ctrl+N)</source>
      <translation>Nomor baru untuk lawan bicara berikutnya (Ctrl+N)</translation>
    </message>
    <message>
      <source>Card to read aloud</source>
      <translation>Kartu untuk dibacakan</translation>
    </message>
    <message>
      <source>Take the last mark back (Ctrl+Z)</source>
      <translation>Batalkan tanda terakhir (Ctrl+Z)</translation>
    </message>
    <message>
      <source>Since the card was opened</source>
      <translation>Sejak kartu dibuka</translation>
    </message>
  </context>
  <context>
    <name>CauseCard</name>
    <message numerus="yes">
      <source>%n more</source>
      <translation>
        <numerusform>%n lagi</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ChangeLanes</name>
    <message>
      <source>What changes in picture and sound</source>
      <translation>Yang berubah pada gambar dan suara</translation>
    </message>
  </context>
  <context>
    <name>CheckHead</name>
    <message>
      <source>Views of this check</source>
      <translation>Tampilan pemeriksaan ini</translation>
    </message>
    <message>
      <source>Coverage</source>
      <translation>Cakupan</translation>
    </message>
    <message>
      <source>Plan</source>
      <translation>Rencana</translation>
    </message>
    <message>
      <source>Decision</source>
      <translation>Keputusan</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Sunting</translation>
    </message>
    <message>
      <source>All checks</source>
      <translation>Semua pemeriksaan</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Lainnya</translation>
    </message>
    <message>
      <source>Copy as text</source>
      <translation>Salin sebagai teks</translation>
    </message>
    <message>
      <source>Save the report…</source>
      <translation>Simpan laporan…</translation>
    </message>
    <message>
      <source>Check again</source>
      <translation>Periksa lagi</translation>
    </message>
    <message>
      <source>Compare with a timeline…</source>
      <translation>Bandingkan dengan linimasa…</translation>
    </message>
    <message>
      <source>Remove from the list</source>
      <translation>Hapus dari daftar</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Tombol</translation>
    </message>
    <message>
      <source>While editing</source>
      <translation>Saat menyunting</translation>
    </message>
  </context>
  <context>
    <name>CheckOverview</name>
    <message>
      <source>Needs a decision</source>
      <translation>Perlu keputusan</translation>
    </message>
    <message>
      <source>In this video</source>
      <translation>Di video ini</translation>
    </message>
    <message>
      <source>picture {picture}, sound {sound}</source>
      <translation>gambar {picture}, suara {sound}</translation>
    </message>
    <message>
      <source>Cuts that may change the meaning</source>
      <translation>Potongan yang mungkin mengubah makna</translation>
    </message>
    <message>
      <source>In the recording: {range}</source>
      <translation>Di rekaman: {range}</translation>
    </message>
    <message>
      <source>Your timeline</source>
      <translation>Linimasa Anda</translation>
    </message>
    <message numerus="yes">
      <source>Compared with %n recording(s).</source>
      <translation>
        <numerusform>Dibandingkan dengan %n rekaman.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n recording(s) cannot be compared yet.</source>
      <translation>
        <numerusform>%n rekaman belum dapat dibandingkan.</numerusform>
      </translation>
    </message>
    <message>
      <source>Rules: {names}</source>
      <translation>Aturan: {names}</translation>
    </message>
  </context>
  <context>
    <name>CheckPage</name>
    <message>
      <source>Check a video…</source>
      <translation>Periksa video…</translation>
    </message>
    <message>
      <source>Check a video</source>
      <translation>Periksa video</translation>
    </message>
    <message>
      <source>Save the report</source>
      <translation>Simpan laporan</translation>
    </message>
    <message>
      <source>Timelines</source>
      <translation>Linimasa</translation>
    </message>
    <message>
      <source>Compare with a timeline</source>
      <translation>Bandingkan dengan linimasa</translation>
    </message>
  </context>
  <context>
    <name>CheckSection</name>
    <message>
      <source>Check the vault</source>
      <translation>Periksa brankas</translation>
    </message>
    <message>
      <source>Vault check</source>
      <translation>Pemeriksaan brankas</translation>
    </message>
    <message>
      <source>Opens every record and piece of evidence, and computes the log again. What is damaged is named; the rest stays readable.</source>
      <translation>Membuka setiap izin dan barang bukti, dan menghitung ulang log. Yang rusak disebutkan; sisanya tetap terbaca.</translation>
    </message>
    <message>
      <source>Storage</source>
      <translation>Penyimpanan</translation>
    </message>
    <message>
      <source>On disk: {size}. Permissions: {records}, recordings: {recordings}. The recordings themselves stay where they are and are not counted. Folder: {folder}</source>
      <translation>Di disk: {size}. Izin: {records}, rekaman: {recordings}. Rekamannya tetap di tempatnya dan tidak dihitung. Folder: {folder}</translation>
    </message>
    <message>
      <source>{records} records, {evidence} pieces of evidence and {entries} log entries were looked at.</source>
      <translation>{records} izin, {evidence} barang bukti, dan {entries} entri log diperiksa.</translation>
    </message>
    <message>
      <source>All is as it was written.</source>
      <translation>Semua seperti saat ditulis.</translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) are damaged.</source>
      <translation>
        <numerusform>%n hal rusak.</numerusform>
      </translation>
    </message>
    <message>
      <source>Do not delete anything. Restore the newest backup beside it and compare.</source>
      <translation>Jangan hapus apa pun. Pulihkan cadangan terbaru di sampingnya lalu bandingkan.</translation>
    </message>
    <message>
      <source>Database</source>
      <translation>Basis data</translation>
    </message>
    <message>
      <source>Permission</source>
      <translation>Izin</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>Barang bukti</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Log</translation>
    </message>
    <message>
      <source>Header</source>
      <translation>Kepala</translation>
    </message>
  </context>
  <context>
    <name>ConsentPanel</name>
    <message>
      <source>Export proof</source>
      <translation>Ekspor bukti</translation>
    </message>
    <message>
      <source>Change…</source>
      <translation>Ubah…</translation>
    </message>
    <message>
      <source>Add a file…</source>
      <translation>Tambahkan berkas…</translation>
    </message>
    <message>
      <source>Permissions</source>
      <translation>Izin</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>Barang bukti</translation>
    </message>
    <message>
      <source>Grade</source>
      <translation>Tingkat</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Riwayat</translation>
    </message>
    <message>
      <source>Mark a new answer…</source>
      <translation>Tandai jawaban baru…</translation>
    </message>
  </context>
  <context>
    <name>ConversationList</name>
    <message>
      <source>Conversations</source>
      <translation>Percakapan</translation>
    </message>
  </context>
  <context>
    <name>ConversationModel</name>
    <message>
      <source>{number}. {partner}, {range}, {status}, {confidence}</source>
      <translation>{number}. {partner}, {range}, {status}, {confidence}</translation>
    </message>
  </context>
  <context>
    <name>ConversationPart</name>
    <message>
      <source>Name the partner</source>
      <translation>Beri nama lawan bicara</translation>
    </message>
    <message>
      <source>Name of the partner</source>
      <translation>Nama lawan bicara</translation>
    </message>
    <message>
      <source>All conversations</source>
      <translation>Semua percakapan</translation>
    </message>
    <message>
      <source>Split at the playhead (S)</source>
      <translation>Pisah di posisi putar (S)</translation>
    </message>
    <message>
      <source>Merge with the next (M)</source>
      <translation>Gabung dengan berikutnya (M)</translation>
    </message>
    <message>
      <source>Set aside</source>
      <translation>Sisihkan</translation>
    </message>
    <message>
      <source>Mark permission</source>
      <translation>Tandai izin</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>They said no</source>
      <translation>Mereka menolak</translation>
    </message>
    <message>
      <source>No clear answer</source>
      <translation>Tidak jelas</translation>
    </message>
    <message>
      <source>Add to a permission on record…</source>
      <translation>Tambahkan ke izin yang tercatat…</translation>
    </message>
    <message>
      <source>Nothing is on record about this conversation.</source>
      <translation>Belum ada catatan tentang percakapan ini.</translation>
    </message>
    <message>
      <source>Conversation {number}</source>
      <translation>Percakapan {number}</translation>
    </message>
    <message>
      <source>{range}, {length} long</source>
      <translation>{range}, lamanya {length}</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>Kembalikan</translation>
    </message>
    <message>
      <source>Check where it begins and ends, and move the edges if need be.</source>
      <translation>Periksa awal dan akhirnya, geser tepinya bila perlu.</translation>
    </message>
  </context>
  <context>
    <name>ConversationsPart</name>
    <message>
      <source>Marked stretch</source>
      <translation>Bagian yang ditandai</translation>
    </message>
    <message>
      <source>Make it a conversation</source>
      <translation>Jadikan percakapan</translation>
    </message>
    <message>
      <source>Forget</source>
      <translation>Lupakan</translation>
    </message>
    <message>
      <source>No conversation was found. Mark one by hand: I where it begins, O where it ends, then N.</source>
      <translation>Tidak ada percakapan ditemukan. Tandai sendiri: I di awal, O di akhir, lalu N.</translation>
    </message>
    <message numerus="yes">
      <source>%n conversation(s)</source>
      <translation>
        <numerusform>%n percakapan</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n of them should be looked at.</source>
      <translation>
        <numerusform>%n perlu diperiksa.</numerusform>
      </translation>
    </message>
    <message>
      <source>{start} to {end}</source>
      <translation>{start} sampai {end}</translation>
    </message>
  </context>
  <context>
    <name>CountryField</name>
    <message>
      <source>Not stated</source>
      <translation>Belum dinyatakan</translation>
    </message>
  </context>
  <context>
    <name>CrashDialog</name>
    <message>
      <source>Something broke</source>
      <translation>Ada yang rusak</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Rincian</translation>
    </message>
    <message>
      <source>This is a fault in ConsentKit, not something you did. What was sealed before is safe. What you were just doing may not have been kept.</source>
      <translation>Ini kesalahan ConsentKit, bukan Anda. Yang sudah disegel tetap aman. Yang sedang Anda kerjakan mungkin tidak tersimpan.</translation>
    </message>
    <message>
      <source>Close and open ConsentKit again. The details below name no person, file or folder; please send them along when you report it.</source>
      <translation>Tutup dan buka lagi ConsentKit. Rincian di bawah tidak menyebut orang, berkas, atau folder; sertakan saat melapor.</translation>
    </message>
    <message>
      <source>Copy details</source>
      <translation>Salin rincian</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Tutup</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Tersalin</translation>
    </message>
  </context>
  <context>
    <name>CredentialsPart</name>
    <message>
      <source>Sidecar (XMP)…</source>
      <translation>Berkas pendamping (XMP)…</translation>
    </message>
    <message>
      <source>A small file beside the video with its release code, for editing programs.</source>
      <translation>Berkas kecil di samping video dengan kode rilisnya, untuk program penyuntingan.</translation>
    </message>
    <message>
      <source>Signed copy (C2PA)…</source>
      <translation>Salinan bertanda tangan (C2PA)…</translation>
    </message>
    <message>
      <source>The same video with signed credentials in it. You can upload it instead.</source>
      <translation>Video yang sama dengan kredensial bertanda tangan di dalamnya. Anda boleh mengunggah yang ini.</translation>
    </message>
    <message>
      <source>not there</source>
      <translation>tidak ada</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>Tampilkan di folder</translation>
    </message>
    <message>
      <source>Save the sidecar</source>
      <translation>Simpan berkas pendamping</translation>
    </message>
    <message>
      <source>Save the signed copy</source>
      <translation>Simpan salinan bertanda tangan</translation>
    </message>
  </context>
  <context>
    <name>DecisionPart</name>
    <message>
      <source>Check again</source>
      <translation>Periksa lagi</translation>
    </message>
    <message>
      <source>Put together</source>
      <translation>Kelompokkan</translation>
    </message>
    <message>
      <source>By person</source>
      <translation>Per orang</translation>
    </message>
    <message>
      <source>By rule</source>
      <translation>Per aturan</translation>
    </message>
    <message>
      <source>Hand over</source>
      <translation>Serahkan</translation>
    </message>
    <message>
      <source>Plan the publication</source>
      <translation>Rencanakan publikasi</translation>
    </message>
    <message>
      <source>Nothing is decided yet</source>
      <translation>Belum ada keputusan</translation>
    </message>
    <message>
      <source>Say where and how this video is to appear. Then every rule is asked whether it may, and you see why not and what you can do.</source>
      <translation>Sebutkan di mana dan bagaimana video ini akan tampil. Lalu setiap aturan diperiksa, dan Anda melihat apa yang menghalangi serta apa yang dapat dilakukan.</translation>
    </message>
    <message>
      <source>Change the plan</source>
      <translation>Ubah rencana</translation>
    </message>
    <message>
      <source>The plan</source>
      <translation>Rencana</translation>
    </message>
    <message>
      <source>A help for keeping records, not legal advice.</source>
      <translation>Alat bantu dokumentasi, bukan nasihat hukum.</translation>
    </message>
    <message>
      <source>This cannot be overruled; it counts in spite of your reason.</source>
      <translation>Ini tidak dapat dikesampingkan; tetap berlaku meskipun ada alasan Anda.</translation>
    </message>
    <message>
      <source>Decided on {time}.</source>
      <translation>Diputuskan pada {time}.</translation>
    </message>
    <message>
      <source>The whole video</source>
      <translation>Seluruh video</translation>
    </message>
    <message>
      <source>Look at these places: somebody may still be known there.</source>
      <translation>Lihat bagian ini: seseorang mungkin masih dapat dikenali.</translation>
    </message>
  </context>
  <context>
    <name>Desk</name>
    <message>
      <source>Recordings</source>
      <translation>Rekaman</translation>
    </message>
    <message>
      <source>Ask</source>
      <translation>Minta izin</translation>
    </message>
    <message>
      <source>Permissions</source>
      <translation>Izin</translation>
    </message>
    <message>
      <source>Check a video</source>
      <translation>Periksa video</translation>
    </message>
    <message>
      <source>Published</source>
      <translation>Diterbitkan</translation>
    </message>
    <message>
      <source>Proofs</source>
      <translation>Bukti</translation>
    </message>
    <message>
      <source>Activity</source>
      <translation>Aktivitas</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Setelan</translation>
    </message>
    <message>
      <source>Lock</source>
      <translation>Kunci</translation>
    </message>
    <message>
      <source>This vault is open read-only.</source>
      <translation>Brankas ini dibuka hanya-baca.</translation>
    </message>
    <message>
      <source>Another program writes to it. You can look, play and verify.</source>
      <translation>Program lain sedang menulisinya. Anda dapat melihat, memutar, dan memeriksa.</translation>
    </message>
    <message>
      <source>See why</source>
      <translation>Lihat sebabnya</translation>
    </message>
    <message>
      <source>Later</source>
      <translation>Nanti</translation>
    </message>
    <message>
      <source>See it</source>
      <translation>Lihat</translation>
    </message>
    <message>
      <source>Add recordings</source>
      <translation>Tambah rekaman</translation>
    </message>
    <message>
      <source>Video ({patterns});;All files (*)</source>
      <translation>Video ({patterns});;Semua berkas (*)</translation>
    </message>
    <message>
      <source>Nothing is written to the vault until this is cleared up.</source>
      <translation>Tidak ada yang ditulis ke brankas sampai ini dijelaskan.</translation>
    </message>
    <message numerus="yes">
      <source>%n person(s) waiting</source>
      <translation>
        <numerusform>%n orang menunggu</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n upload(s) to be continued</source>
      <translation>
        <numerusform>%n unggahan belum selesai</numerusform>
      </translation>
    </message>
    <message>
      <source>Time stamps</source>
      <translation>Cap waktu</translation>
    </message>
  </context>
  <context>
    <name>DetailPanel</name>
    <message>
      <source>Conversations</source>
      <translation>Percakapan</translation>
    </message>
    <message>
      <source>Time stamps</source>
      <translation>Cap waktu</translation>
    </message>
    <message>
      <source>See what to do</source>
      <translation>Lihat yang perlu dilakukan</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Tutup</translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) to do</source>
      <translation>
        <numerusform>%n hal perlu dilakukan</numerusform>
      </translation>
    </message>
    <message>
      <source>Everything is done.</source>
      <translation>Semuanya selesai.</translation>
    </message>
    <message>
      <source>See what was done</source>
      <translation>Lihat yang sudah dilakukan</translation>
    </message>
    <message>
      <source>This vault is open read-only.</source>
      <translation>Brankas ini dibuka hanya-baca.</translation>
    </message>
    <message>
      <source>{start} to {end}</source>
      <translation>{start} sampai {end}</translation>
    </message>
    <message>
      <source>Open in the recording</source>
      <translation>Buka di rekaman</translation>
    </message>
    <message>
      <source>To come. ConsentKit asks the time authorities by itself.</source>
      <translation>Menyusul. ConsentKit memintanya sendiri dari otoritas waktu.</translation>
    </message>
    <message>
      <source>before {time}</source>
      <translation>sebelum {time}</translation>
    </message>
    <message>
      <source>Demonstration</source>
      <translation>Demonstrasi</translation>
    </message>
    <message>
      <source>A demonstration authority proves nothing to anybody.</source>
      <translation>Otoritas demonstrasi tidak membuktikan apa pun kepada siapa pun.</translation>
    </message>
  </context>
  <context>
    <name>DropChoice</name>
    <message>
      <source>A new recording</source>
      <translation>Rekaman baru</translation>
    </message>
    <message>
      <source>A finished video</source>
      <translation>Video jadi</translation>
    </message>
    <message>
      <source>Put the question away</source>
      <translation>Tutup pertanyaan</translation>
    </message>
    <message>
      <source>What is {name}?</source>
      <translation>Apa itu {name}?</translation>
    </message>
    <message>
      <source>A recording is added to the library; a finished video is checked.</source>
      <translation>Rekaman ditambahkan ke pustaka; video jadi diperiksa.</translation>
    </message>
  </context>
  <context>
    <name>EntryView</name>
    <message>
      <source>Link and time</source>
      <translation>Tautan dan waktu</translation>
    </message>
    <message>
      <source>Text of the complaint</source>
      <translation>Isi keluhan</translation>
    </message>
    <message>
      <source>Show what is known</source>
      <translation>Tampilkan yang diketahui</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>A complaint</source>
      <translation>Keluhan</translation>
    </message>
    <message>
      <source>What was written (if you want to keep it)</source>
      <translation>Isi keluhan (bila ingin disimpan)</translation>
    </message>
    <message>
      <source>Paste the link with its time, or the link and a time like 1:23.</source>
      <translation>Tempel tautan beserta waktunya, atau tautan dan waktu seperti 1:23.</translation>
    </message>
    <message>
      <source>About “{title}”. Type a time like 1:23, or paste a link with one.</source>
      <translation>Tentang “{title}”. Ketik waktu seperti 1:23, atau tempel tautan yang memuatnya.</translation>
    </message>
    <message>
      <source>About which video? Paste its link, too.</source>
      <translation>Tentang video yang mana? Tempel juga tautannya.</translation>
    </message>
    <message>
      <source>No video of your list has this link.</source>
      <translation>Tidak ada video di daftar Anda dengan tautan ini.</translation>
    </message>
    <message>
      <source>At which moment? Add a time like 1:23.</source>
      <translation>Pada saat yang mana? Tambahkan waktu seperti 1:23.</translation>
    </message>
    <message>
      <source>This is neither a link nor a time.</source>
      <translation>Ini bukan tautan dan bukan waktu.</translation>
    </message>
    <message>
      <source>“{title}” at {time}</source>
      <translation>“{title}” pada {time}</translation>
    </message>
  </context>
  <context>
    <name>EraseDialog</name>
    <message>
      <source>Erase the data</source>
      <translation>Hapus data</translation>
    </message>
    <message>
      <source>Erase the data of {name}?</source>
      <translation>Hapus data {name}?</translation>
    </message>
    <message>
      <source>This cannot be undone.</source>
      <translation>Ini tidak bisa dibatalkan.</translation>
    </message>
    <message>
      <source>Destroyed</source>
      <translation>Dimusnahkan</translation>
    </message>
    <message>
      <source>Name, country, languages, what was agreed, and every sealed excerpt and file of this record. Backups made earlier still hold them: make a new one and delete the old ones.</source>
      <translation>Nama, negara, bahasa, isi kesepakatan, serta semua cuplikan dan berkas tersegel dari catatan ini. Cadangan lama masih memuatnya: buat yang baru dan hapus yang lama.</translation>
    </message>
    <message>
      <source>What stays</source>
      <translation>Yang tetap ada</translation>
    </message>
    <message>
      <source>A mark without any name in the log, so that all other proofs still hold. Your recording file is not touched, and proofs you already handed out stay as they are.</source>
      <translation>Tanda tanpa nama di log, agar semua bukti lain tetap berlaku. Berkas rekaman Anda tidak disentuh, dan bukti yang sudah Anda berikan tetap apa adanya.</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Alasan</translation>
    </message>
    <message>
      <source>Keep the data</source>
      <translation>Simpan data</translation>
    </message>
  </context>
  <context>
    <name>EvidenceList</name>
    <message>
      <source>Nothing is attached: it is the creator's own word.</source>
      <translation>Tidak ada lampiran: hanya pernyataan kreator.</translation>
    </message>
    <message>
      <source>Play {title}</source>
      <translation>Putar {title}</translation>
    </message>
    <message>
      <source>Open {title}</source>
      <translation>Buka {title}</translation>
    </message>
    <message>
      <source>{start} to {end}, {size}</source>
      <translation>{start} sampai {end}, {size}</translation>
    </message>
  </context>
  <context>
    <name>ExportSheet</name>
    <message>
      <source>Export…</source>
      <translation>Ekspor…</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>Tampilkan di folder</translation>
    </message>
    <message>
      <source>Verify it</source>
      <translation>Periksa</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Tutup</translation>
    </message>
    <message>
      <source>The proof is ready.</source>
      <translation>Bukti sudah siap.</translation>
    </message>
    <message>
      <source>Whoever gets it can check it without ConsentKit and without you.</source>
      <translation>Penerimanya bisa memeriksanya tanpa ConsentKit dan tanpa Anda.</translation>
    </message>
    <message>
      <source>Proof of the permission of {name}</source>
      <translation>Bukti izin dari {name}</translation>
    </message>
    <message>
      <source>The newest entry has no time stamp yet. You can export at once; a proof made later shows the time as well.</source>
      <translation>Entri terbaru belum punya cap waktu. Anda bisa mengekspor sekarang; bukti yang dibuat nanti juga menunjukkan waktunya.</translation>
    </message>
    <message>
      <source>Always shown: a proof must not hide which purposes were refused or taken back.</source>
      <translation>Selalu ditampilkan: bukti tidak boleh menyembunyikan tujuan mana yang ditolak atau dicabut.</translation>
    </message>
    <message>
      <source>Exporting…</source>
      <translation>Mengekspor…</translation>
    </message>
    <message numerus="yes">
      <source>%n of {total} shown</source>
      <translation>
        <numerusform>%n dari {total} ditampilkan</numerusform>
      </translation>
    </message>
    <message>
      <source>Export the proof</source>
      <translation>Ekspor bukti</translation>
    </message>
  </context>
  <context>
    <name>ExportsList</name>
    <message>
      <source>Exported proofs</source>
      <translation>Bukti yang diekspor</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>Tampilkan di folder</translation>
    </message>
    <message>
      <source>Verify</source>
      <translation>Periksa</translation>
    </message>
    <message>
      <source>Copy the short id</source>
      <translation>Salin ID pendek</translation>
    </message>
    <message>
      <source>Copy the SHA-256</source>
      <translation>Salin SHA-256</translation>
    </message>
    <message>
      <source>Go to the permission</source>
      <translation>Ke izinnya</translation>
    </message>
  </context>
  <context>
    <name>GradeShield</name>
    <message>
      <source>Grade {letter}</source>
      <translation>Tingkat {letter}</translation>
    </message>
  </context>
  <context>
    <name>GradeView</name>
    <message>
      <source>For the next grade:</source>
      <translation>Untuk tingkat berikutnya:</translation>
    </message>
    <message>
      <source>{fact} (a listener says so)</source>
      <translation>{fact} (menurut pendengar)</translation>
    </message>
  </context>
  <context>
    <name>GroupCard</name>
    <message>
      <source>unfolded</source>
      <translation>dibuka</translation>
    </message>
    <message>
      <source>folded</source>
      <translation>dilipat</translation>
    </message>
    <message numerus="yes">
      <source>%n rule(s) hold.</source>
      <translation>
        <numerusform>%n aturan terpenuhi.</numerusform>
      </translation>
    </message>
    <message>
      <source>None of this is so:</source>
      <translation>Semua ini tidak terjadi:</translation>
    </message>
  </context>
  <context>
    <name>HandOverPart</name>
    <message>
      <source>Language of the texts</source>
      <translation>Bahasa teks</translation>
    </message>
    <message>
      <source>Open the check</source>
      <translation>Buka pemeriksaan</translation>
    </message>
    <message>
      <source>See the decision</source>
      <translation>Lihat keputusan</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>Muat ulang</translation>
    </message>
    <message>
      <source>Upload from here</source>
      <translation>Unggah dari sini</translation>
    </message>
    <message>
      <source>All published videos</source>
      <translation>Semua video yang diterbitkan</translation>
    </message>
    <message>
      <source>Looking whether it is the file that was checked</source>
      <translation>Memastikan ini berkas yang diperiksa</translation>
    </message>
    <message>
      <source>The whole file is read. A long video takes a moment.</source>
      <translation>Seluruh berkas dibaca. Video panjang perlu waktu sebentar.</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>Lihat dahulu</translation>
    </message>
    <message>
      <source>Tick what you looked at on the platform.</source>
      <translation>Centang yang sudah Anda lihat di platform.</translation>
    </message>
    <message>
      <source>Publish</source>
      <translation>Menerbitkan</translation>
    </message>
    <message>
      <source>Upload the file there by hand; copy the texts from here.</source>
      <translation>Unggah sendiri berkasnya di sana; salin teksnya dari sini.</translation>
    </message>
    <message>
      <source>Bring the link back</source>
      <translation>Bawa kembali tautannya</translation>
    </message>
    <message>
      <source>Paste the video's link. Then everybody in it is known, and a withdrawal or a complaint reaches the right second.</source>
      <translation>Tempel tautan video. Dengan begitu semua orang di dalamnya diketahui, dan pencabutan atau keluhan sampai ke detik yang tepat.</translation>
    </message>
    <message>
      <source>Take along</source>
      <translation>Sertakan</translation>
    </message>
    <message>
      <source>Files that tell other programs what the check found.</source>
      <translation>Berkas yang memberi tahu program lain hasil pemeriksaan.</translation>
    </message>
    <message>
      <source>Hand over</source>
      <translation>Serahkan</translation>
    </message>
    <message>
      <source>Hand over {name}</source>
      <translation>Serahkan {name}</translation>
    </message>
    <message>
      <source>This is the file that was checked, and its plan passes.</source>
      <translation>Ini berkas yang diperiksa, dan rencananya lolos.</translation>
    </message>
    <message>
      <source>Do not publish this video yet.</source>
      <translation>Jangan terbitkan video ini dulu.</translation>
    </message>
    <message>
      <source>The file or a permission changed, or its plan does not pass.</source>
      <translation>Berkas atau izinnya berubah, atau rencananya tidak lolos.</translation>
    </message>
    <message>
      <source>Save what the id stands for</source>
      <translation>Simpan arti tanda ini</translation>
    </message>
  </context>
  <context>
    <name>HistoryList</name>
    <message>
      <source>{date} · {purposes}</source>
      <translation>{date} · {purposes}</translation>
    </message>
    <message>
      <source>Entered {date}</source>
      <translation>Dicatat {date}</translation>
    </message>
  </context>
  <context>
    <name>JobList</name>
    <message>
      <source>Work in progress</source>
      <translation>Pekerjaan berjalan</translation>
    </message>
    <message>
      <source>Nothing is running.</source>
      <translation>Tidak ada yang berjalan.</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Selesai</translation>
    </message>
    <message>
      <source>Stopped</source>
      <translation>Dihentikan</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Gagal</translation>
    </message>
  </context>
  <context>
    <name>KitView</name>
    <message>
      <source>Watch that moment</source>
      <translation>Tonton saat itu</translation>
    </message>
    <message>
      <source>Language of the reply</source>
      <translation>Bahasa balasan</translation>
    </message>
    <message>
      <source>Reply</source>
      <translation>Balasan</translation>
    </message>
    <message>
      <source>Copy the reply</source>
      <translation>Salin balasan</translation>
    </message>
    <message>
      <source>What the answers were</source>
      <translation>Jawaban yang diberikan</translation>
    </message>
    <message>
      <source>Where else in this video</source>
      <translation>Di bagian lain video ini</translation>
    </message>
    <message>
      <source>Who is there</source>
      <translation>Siapa yang tampil</translation>
    </message>
    <message>
      <source>Complaint: “{title}” at {time}</source>
      <translation>Keluhan: “{title}” pada {time}</translation>
    </message>
    <message>
      <source>Received on {time}. Answer within 48 hours.</source>
      <translation>Diterima {time}. Jawab dalam 48 jam.</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>Ditutup</translation>
    </message>
    <message>
      <source>Erased person</source>
      <translation>Orang yang dihapus</translation>
    </message>
    <message>
      <source>Permission of {name}</source>
      <translation>Izin dari {name}</translation>
    </message>
    <message numerus="yes">
      <source>%n person(s) without a record</source>
      <translation>
        <numerusform>%n orang tanpa catatan izin</numerusform>
      </translation>
    </message>
    <message>
      <source>Nobody of your recordings is seen or heard there.</source>
      <translation>Tidak ada orang dari rekaman Anda yang terlihat atau terdengar di sana.</translation>
    </message>
    <message>
      <source>Play the answer of {name}</source>
      <translation>Putar jawaban {name}</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>dan %n lagi</numerusform>
      </translation>
    </message>
    <message>
      <source>Open it again</source>
      <translation>Buka lagi</translation>
    </message>
    <message>
      <source>Closed on {time}.</source>
      <translation>Ditutup {time}.</translation>
    </message>
    <message>
      <source>This vault is open read-only: the complaint is not kept.</source>
      <translation>Brankas ini dibuka hanya-baca: keluhan tidak disimpan.</translation>
    </message>
    <message>
      <source>What did you do about it?</source>
      <translation>Apa yang Anda lakukan?</translation>
    </message>
    <message>
      <source>Close the complaint: {what}</source>
      <translation>Tutup keluhan: {what}</translation>
    </message>
    <message>
      <source>Make another version of the video</source>
      <translation>Buat versi lain dari video ini</translation>
    </message>
  </context>
  <context>
    <name>Lanes</name>
    <message>
      <source>Picture and sound of the video</source>
      <translation>Gambar dan suara video</translation>
    </message>
  </context>
  <context>
    <name>LanesPanel</name>
    <message>
      <source>Stretch of the video that is shown</source>
      <translation>Bagian video yang ditampilkan</translation>
    </message>
    <message>
      <source>Previous that needs a decision (P)</source>
      <translation>Sebelumnya yang perlu keputusan (P)</translation>
    </message>
    <message>
      <source>Next that needs a decision (N)</source>
      <translation>Berikutnya yang perlu keputusan (N)</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Semua</translation>
    </message>
    <message>
      <source>All of it (1)</source>
      <translation>Seluruhnya (1)</translation>
    </message>
    <message>
      <source>Farther (-)</source>
      <translation>Perkecil (-)</translation>
    </message>
    <message>
      <source>Closer (+)</source>
      <translation>Perbesar (+)</translation>
    </message>
  </context>
  <context>
    <name>LanguagesField</name>
    <message>
      <source>Take {language} away</source>
      <translation>Hilangkan {language}</translation>
    </message>
  </context>
  <context>
    <name>LibraryDelegate</name>
    <message>
      <source>Find it…</source>
      <translation>Cari…</translation>
    </message>
  </context>
  <context>
    <name>LibraryList</name>
    <message>
      <source>Recordings</source>
      <translation>Rekaman</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Buka</translation>
    </message>
    <message>
      <source>Find the file…</source>
      <translation>Cari berkas…</translation>
    </message>
    <message>
      <source>The file was moved…</source>
      <translation>Berkas dipindahkan…</translation>
    </message>
    <message>
      <source>Take off the list</source>
      <translation>Keluarkan dari daftar</translation>
    </message>
  </context>
  <context>
    <name>LineView</name>
    <message>
      <source>Stated by you</source>
      <translation>Dinyatakan oleh Anda</translation>
    </message>
    <message>
      <source>The whole video</source>
      <translation>Seluruh video</translation>
    </message>
    <message>
      <source>Your reason: {reason}</source>
      <translation>Alasan Anda: {reason}</translation>
    </message>
    <message>
      <source>Let it count again</source>
      <translation>Berlakukan lagi</translation>
    </message>
    <message numerus="yes">
      <source>%n more</source>
      <translation>
        <numerusform>%n lagi</numerusform>
      </translation>
    </message>
    <message>
      <source>Show it in the player</source>
      <translation>Tampilkan di pemutar</translation>
    </message>
    <message>
      <source>Show {range} in the player</source>
      <translation>Tampilkan {range} di pemutar</translation>
    </message>
  </context>
  <context>
    <name>LinkPart</name>
    <message>
      <source>Link of the published video</source>
      <translation>Tautan video yang diterbitkan</translation>
    </message>
    <message>
      <source>Why it was published all the same</source>
      <translation>Mengapa tetap diterbitkan</translation>
    </message>
    <message>
      <source>Put it into the list</source>
      <translation>Masukkan ke daftar</translation>
    </message>
    <message>
      <source>This is no link to a video.</source>
      <translation>Ini bukan tautan video.</translation>
    </message>
  </context>
  <context>
    <name>LockingSection</name>
    <message>
      <source>Lock after a time without use</source>
      <translation>Kunci setelah lama tidak dipakai</translation>
    </message>
    <message>
      <source> min</source>
      <translation> mnt</translation>
    </message>
    <message>
      <source>Minutes without use</source>
      <translation>Menit tanpa pemakaian</translation>
    </message>
    <message>
      <source>Lock when the computer goes to sleep</source>
      <translation>Kunci saat komputer tidur</translation>
    </message>
    <message>
      <source>Locking</source>
      <translation>Penguncian</translation>
    </message>
    <message>
      <source>A locked vault shows nothing and keeps no key in memory. Work that is running is let finish before the vault locks by itself. Ctrl+L locks at once.</source>
      <translation>Brankas terkunci tidak menampilkan apa pun dan tidak menyimpan kunci di memori. Pekerjaan berjalan diselesaikan dulu sebelum brankas mengunci sendiri. Ctrl+L langsung mengunci.</translation>
    </message>
  </context>
  <context>
    <name>LookSection</name>
    <message>
      <source>As the system</source>
      <translation>Sesuai sistem</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Terang</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Gelap</translation>
    </message>
    <message>
      <source>Language and look</source>
      <translation>Bahasa dan tampilan</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Bahasa</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>Tema</translation>
    </message>
    <message>
      <source>Size of text</source>
      <translation>Ukuran teks</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Running work was stopped. Nothing half-done was kept.</source>
      <translation>Pekerjaan berjalan dihentikan. Tidak ada yang tersimpan setengah jadi.</translation>
    </message>
    <message>
      <source>Locked after a time without use.</source>
      <translation>Dikunci karena lama tidak dipakai.</translation>
    </message>
    <message>
      <source>Locked because the computer went to sleep.</source>
      <translation>Dikunci karena komputer tidur.</translation>
    </message>
    <message>
      <source>Open a vault first, then drop the recording again.</source>
      <translation>Buka brankas dulu, lalu jatuhkan rekamannya lagi.</translation>
    </message>
  </context>
  <context>
    <name>MarkingPanel</name>
    <message>
      <source>Question</source>
      <translation>Pertanyaan</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Jawaban</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nomor</translation>
    </message>
    <message>
      <source>Mark the permission</source>
      <translation>Tandai izin</translation>
    </message>
    <message>
      <source>Leave without sealing (Esc)</source>
      <translation>Keluar tanpa menyegel (Esc)</translation>
    </message>
    <message>
      <source>Play question and answer</source>
      <translation>Putar tanya jawab</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Listen for this number</source>
      <translation>Dengarkan nomor ini</translation>
    </message>
    <message>
      <source>What you heard</source>
      <translation>Yang Anda dengar</translation>
    </message>
    <message>
      <source>Yes, by the person shown</source>
      <translation>Ya, dari orang yang terlihat</translation>
    </message>
    <message>
      <source>No</source>
      <translation>Tidak</translation>
    </message>
    <message>
      <source>Unclear, or they left</source>
      <translation>Tidak jelas, atau pergi</translation>
    </message>
    <message>
      <source>The number was repeated</source>
      <translation>Nomornya diulangi</translation>
    </message>
    <message>
      <source>Says to be 18 or older</source>
      <translation>Mengaku 18 tahun atau lebih</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Ya</translation>
    </message>
    <message>
      <source>Not asked</source>
      <translation>Tidak ditanya</translation>
    </message>
    <message>
      <source>Country, as they say</source>
      <translation>Negara, menurut pengakuannya</translation>
    </message>
    <message>
      <source>Add a language</source>
      <translation>Tambahkan bahasa</translation>
    </message>
    <message>
      <source>What may be used</source>
      <translation>Yang boleh dipakai</translation>
    </message>
    <message>
      <source>What may be changed</source>
      <translation>Yang boleh diubah</translation>
    </message>
    <message>
      <source>What must be done first</source>
      <translation>Yang harus dilakukan dulu</translation>
    </message>
    <message>
      <source>Worldwide</source>
      <translation>Seluruh dunia</translation>
    </message>
    <message>
      <source>1. Question and answer</source>
      <translation>1. Tanya jawab</translation>
    </message>
    <message>
      <source>2. Who</source>
      <translation>2. Siapa</translation>
    </message>
    <message>
      <source>Name to find them under</source>
      <translation>Nama untuk mencarinya</translation>
    </message>
    <message>
      <source>Languages</source>
      <translation>Bahasa</translation>
    </message>
    <message>
      <source>How to reach them, if you know</source>
      <translation>Cara menghubunginya, bila tahu</translation>
    </message>
    <message>
      <source>3. What</source>
      <translation>3. Apa</translation>
    </message>
    <message>
      <source>Begin with</source>
      <translation>Mulai dari</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>Hari terakhir</translation>
    </message>
    <message>
      <source>A condition in their words</source>
      <translation>Syarat dengan kata-katanya</translation>
    </message>
    <message>
      <source>Platforms, with commas between</source>
      <translation>Platform, dipisah koma</translation>
    </message>
    <message>
      <source>Country it may be shown in</source>
      <translation>Negara tempat boleh ditayangkan</translation>
    </message>
    <message>
      <source>4. Files and notes</source>
      <translation>4. Berkas dan catatan</translation>
    </message>
    <message>
      <source>Language of the question</source>
      <translation>Bahasa pertanyaan</translation>
    </message>
    <message>
      <source>Notes in your own words</source>
      <translation>Catatan dengan kata-kata Anda</translation>
    </message>
    <message>
      <source>Seal</source>
      <translation>Segel</translation>
    </message>
    <message>
      <source>Ctrl+Enter</source>
      <translation>Ctrl+Enter</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Consent number {digits}</source>
      <translation>Nomor izin {digits}</translation>
    </message>
    <message>
      <source>Seal the refusal</source>
      <translation>Segel penolakan</translation>
    </message>
    <message>
      <source>Seal that it is open</source>
      <translation>Segel bahwa belum dijawab</translation>
    </message>
    <message>
      <source>No card was read out</source>
      <translation>Tidak ada kartu dibacakan</translation>
    </message>
  </context>
  <context>
    <name>MomentField</name>
    <message>
      <source>As soon as it is ready</source>
      <translation>Segera setelah siap</translation>
    </message>
    <message>
      <source>On a date</source>
      <translation>Pada tanggal</translation>
    </message>
  </context>
  <context>
    <name>NamesField</name>
    <message>
      <source>Nobody</source>
      <translation>Tidak ada</translation>
    </message>
  </context>
  <context>
    <name>OnTop</name>
    <message>
      <source>Ask card</source>
      <translation>Kartu minta izin</translation>
    </message>
  </context>
  <context>
    <name>OptionsForm</name>
    <message>
      <source>Put the excerpt in</source>
      <translation>Sertakan cuplikan</translation>
    </message>
    <message>
      <source>Only its digest</source>
      <translation>Hanya intisarinya</translation>
    </message>
    <message>
      <source>Made for</source>
      <translation>Dibuat untuk</translation>
    </message>
    <message>
      <source>A platform, a lawyer, the partner</source>
      <translation>Platform, pengacara, lawan bicara</translation>
    </message>
    <message>
      <source>Encrypt to</source>
      <translation>Enkripsi untuk</translation>
    </message>
    <message>
      <source>Who gets the proofs sees and hears the partners.</source>
      <translation>Penerima bukti melihat dan mendengar lawan bicara.</translation>
    </message>
    <message>
      <source>Who gets the proof sees and hears the partner.</source>
      <translation>Penerima bukti melihat dan mendengar lawan bicara.</translation>
    </message>
    <message>
      <source>Excerpt</source>
      <translation>Cuplikan</translation>
    </message>
    <message>
      <source>It can be handed over later and held against the digest.</source>
      <translation>Cuplikan bisa diserahkan nanti dan dicocokkan dengan intisarinya.</translation>
    </message>
    <message>
      <source>Certificate in</source>
      <translation>Sertifikat dalam</translation>
    </message>
    <message>
      <source>For your list alone; it is not in the file.</source>
      <translation>Hanya untuk daftar Anda; tidak ada di dalam berkas.</translation>
    </message>
    <message>
      <source>A recipient begins with age1 and has 62 letters and digits.</source>
      <translation>Penerima diawali age1 dan terdiri dari 62 huruf dan angka.</translation>
    </message>
    <message numerus="yes">
      <source>Only these %n recipient(s) can open it.</source>
      <translation>
        <numerusform>Hanya %n penerima ini yang bisa membukanya.</numerusform>
      </translation>
    </message>
    <message>
      <source>Empty: anybody who has the file can read what it shows.</source>
      <translation>Kosong: siapa pun yang punya berkas bisa membacanya.</translation>
    </message>
  </context>
  <context>
    <name>Overview</name>
    <message>
      <source>To do</source>
      <translation>Perlu dilakukan</translation>
    </message>
    <message>
      <source>Published videos</source>
      <translation>Video yang diterbitkan</translation>
    </message>
    <message>
      <source>Search published videos</source>
      <translation>Cari video</translation>
    </message>
    <message>
      <source>Nothing is to be done.</source>
      <translation>Tidak ada yang perlu dilakukan.</translation>
    </message>
    <message>
      <source>No video fits</source>
      <translation>Tidak ada video yang cocok</translation>
    </message>
    <message>
      <source>Search for a title, a platform, or a link.</source>
      <translation>Cari judul, platform, atau tautan.</translation>
    </message>
    <message>
      <source>No published videos yet</source>
      <translation>Belum ada video yang diterbitkan</translation>
    </message>
    <message>
      <source>Videos</source>
      <translation>Video</translation>
    </message>
    <message numerus="yes">
      <source>%n person(s)</source>
      <translation>
        <numerusform>%n orang</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n video(s)</source>
      <translation>
        <numerusform>%n video</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>OwnForm</name>
    <message>
      <source>For example: my intro</source>
      <translation>Misalnya: pembuka saya</translation>
    </message>
    <message>
      <source>Why it is your own</source>
      <translation>Alasan ini milik Anda</translation>
    </message>
    <message>
      <source>All stretches of this kind</source>
      <translation>Semua bagian sejenis</translation>
    </message>
    <message>
      <source>Mark as my own</source>
      <translation>Tandai milik saya</translation>
    </message>
    <message>
      <source>Why is {range} your own?</source>
      <translation>Mengapa {range} milik Anda?</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
  </context>
  <context>
    <name>PartyHeader</name>
    <message>
      <source>Erased</source>
      <translation>Dihapus</translation>
    </message>
    <message>
      <source>Record {short_id}, time stamp to come</source>
      <translation>Catatan {short_id}, cap waktu menyusul</translation>
    </message>
    <message>
      <source>Record {short_id}</source>
      <translation>Catatan {short_id}</translation>
    </message>
  </context>
  <context>
    <name>PassphrasePair</name>
    <message>
      <source>Passphrase</source>
      <translation>Frasa sandi</translation>
    </message>
    <message>
      <source>Passphrase, once more</source>
      <translation>Frasa sandi, sekali lagi</translation>
    </message>
    <message>
      <source>The two are not the same yet.</source>
      <translation>Keduanya belum sama.</translation>
    </message>
    <message>
      <source>At least {count} characters. Four or five unrelated words are good.</source>
      <translation>Minimal {count} karakter. Empat atau lima kata tak berkaitan sudah baik.</translation>
    </message>
    <message>
      <source>Weak: easily guessed by someone who has the vault.</source>
      <translation>Lemah: mudah ditebak oleh pemegang brankas.</translation>
    </message>
    <message>
      <source>Fair: holds for a while, not against a determined attacker.</source>
      <translation>Cukup: bertahan sebentar, tidak dari penyerang gigih.</translation>
    </message>
    <message>
      <source>Good: guessing it would take very long.</source>
      <translation>Baik: menebaknya butuh waktu sangat lama.</translation>
    </message>
    <message>
      <source>Strong: guessing it is out of reach.</source>
      <translation>Kuat: mustahil ditebak.</translation>
    </message>
    <message>
      <source>Add another word or two.</source>
      <translation>Tambahkan satu atau dua kata.</translation>
    </message>
    <message>
      <source>Avoid names, dates and well-known phrases.</source>
      <translation>Hindari nama, tanggal, dan ungkapan terkenal.</translation>
    </message>
  </context>
  <context>
    <name>PendingPart</name>
    <message>
      <source>The upload of “{title}” was not finished.</source>
      <translation>Unggahan “{title}” belum selesai.</translation>
    </message>
    <message>
      <source>The file of the upload is not where it was.</source>
      <translation>Berkas unggahan tidak ada di tempatnya.</translation>
    </message>
    <message>
      <source>Drop the upload</source>
      <translation>Buang unggahan</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Lanjutkan</translation>
    </message>
  </context>
  <context>
    <name>PendingSheet</name>
    <message>
      <source>Try now</source>
      <translation>Coba sekarang</translation>
    </message>
    <message>
      <source>Time stamps are waiting</source>
      <translation>Cap waktu menunggu</translation>
    </message>
    <message>
      <source>A time stamp from an independent authority proves that your records existed by a certain time. Your records are sealed and safe; only this outside proof is still to come. ConsentKit asks again by itself.</source>
      <translation>Cap waktu dari otoritas independen membuktikan bahwa catatan Anda sudah ada pada waktu tertentu. Catatan Anda sudah disegel dan aman; hanya bukti dari luar ini yang belum datang. ConsentKit akan meminta lagi sendiri.</translation>
    </message>
    <message>
      <source>Next try at {time}.</source>
      <translation>Percobaan berikutnya pukul {time}.</translation>
    </message>
    <message>
      <source>The next try is due.</source>
      <translation>Percobaan berikutnya sudah waktunya.</translation>
    </message>
  </context>
  <context>
    <name>PeopleList</name>
    <message>
      <source>No change here mends this</source>
      <translation>Tidak ada perubahan di sini yang memperbaikinya</translation>
    </message>
    <message numerus="yes">
      <source>and %n more rule(s)</source>
      <translation>
        <numerusform>dan %n aturan lagi</numerusform>
      </translation>
    </message>
    <message>
      <source>See the decision</source>
      <translation>Lihat keputusan</translation>
    </message>
  </context>
  <context>
    <name>PermissionTable</name>
    <message>
      <source>Permissions by purpose</source>
      <translation>Izin menurut tujuan</translation>
    </message>
    <message>
      <source>until {date}</source>
      <translation>sampai {date}</translation>
    </message>
  </context>
  <context>
    <name>PermissionsPage</name>
    <message>
      <source>Search people, countries, ids, numbers</source>
      <translation>Cari orang, negara, ID, nomor</translation>
    </message>
    <message>
      <source>Ending in 30 days</source>
      <translation>Berakhir dalam 30 hari</translation>
    </message>
    <message>
      <source>Without time stamp</source>
      <translation>Tanpa cap waktu</translation>
    </message>
    <message>
      <source>Clear filters</source>
      <translation>Hapus saringan</translation>
    </message>
    <message>
      <source>Nobody fits</source>
      <translation>Tidak ada yang cocok</translation>
    </message>
    <message>
      <source>Search for fewer or other words, or clear the filters.</source>
      <translation>Cari dengan kata lain atau lebih sedikit, atau hapus saringan.</translation>
    </message>
    <message>
      <source>No permissions yet</source>
      <translation>Belum ada izin</translation>
    </message>
    <message>
      <source>A permission comes from a recording: mark where you ask and where the partner answers, and seal what was agreed.</source>
      <translation>Izin berasal dari rekaman: tandai saat Anda bertanya dan lawan bicara menjawab, lalu segel yang disepakati.</translation>
    </message>
    <message>
      <source>Go to the recordings</source>
      <translation>Ke rekaman</translation>
    </message>
    <message>
      <source>Permissions</source>
      <translation>Izin</translation>
    </message>
    <message>
      <source>Add a file</source>
      <translation>Tambahkan berkas</translation>
    </message>
    <message>
      <source>Save a readable copy</source>
      <translation>Simpan salinan yang bisa dibaca</translation>
    </message>
  </context>
  <context>
    <name>PermissionsTable</name>
    <message>
      <source>People and permissions</source>
      <translation>Orang dan izin</translation>
    </message>
  </context>
  <context>
    <name>PersonCard</name>
    <message numerus="yes">
      <source>and %n more rule(s)</source>
      <translation>
        <numerusform>dan %n aturan lagi</numerusform>
      </translation>
    </message>
    <message>
      <source>Nothing needs to be done</source>
      <translation>Tidak perlu apa-apa</translation>
    </message>
    <message>
      <source>Proposed: {treatment}</source>
      <translation>Usulan: {treatment}</translation>
    </message>
    <message>
      <source>Back to the proposal</source>
      <translation>Kembali ke usulan</translation>
    </message>
  </context>
  <context>
    <name>PlaceField</name>
    <message>
      <source>Not stated</source>
      <translation>Belum dinyatakan</translation>
    </message>
    <message>
      <source>Its name</source>
      <translation>Namanya</translation>
    </message>
  </context>
  <context>
    <name>PlanForm</name>
    <message>
      <source>An agency publishes it</source>
      <translation>Diterbitkan oleh agensi</translation>
    </message>
    <message>
      <source>Ask again after how many months</source>
      <translation>Tanya lagi setelah berapa bulan</translation>
    </message>
    <message>
      <source>Platform</source>
      <translation>Platform</translation>
    </message>
    <message>
      <source>Another</source>
      <translation>Lainnya</translation>
    </message>
    <message>
      <source>Channel</source>
      <translation>Kanal</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Kapan</translation>
    </message>
    <message>
      <source>Shown in</source>
      <translation>Ditayangkan di</translation>
    </message>
    <message>
      <source>Where the chat was</source>
      <translation>Tempat obrolan</translation>
    </message>
    <message>
      <source>Elsewhere</source>
      <translation>Tempat lain</translation>
    </message>
    <message>
      <source>Name it…</source>
      <translation>Sebutkan…</translation>
    </message>
    <message>
      <source>Where you live</source>
      <translation>Negara Anda</translation>
    </message>
    <message>
      <source>Does it earn money with advertisements?</source>
      <translation>Apakah menghasilkan uang dari iklan?</translation>
    </message>
    <message>
      <source>Who pays for being named?</source>
      <translation>Siapa yang membayar agar disebut?</translation>
    </message>
    <message>
      <source>Who is in the thumbnail?</source>
      <translation>Siapa yang ada di gambar mini?</translation>
    </message>
    <message>
      <source>Who is named in the title?</source>
      <translation>Siapa yang disebut di judul?</translation>
    </message>
    <message>
      <source>Is it made for kids?</source>
      <translation>Apakah dibuat untuk anak-anak?</translation>
    </message>
    <message>
      <source>Is the platform's mark for altered content set?</source>
      <translation>Apakah tanda konten yang diubah dipasang di platform?</translation>
    </message>
    <message>
      <source>Needed where a voice or face is replaced by one that seems real.</source>
      <translation>Perlu bila suara atau wajah diganti sehingga tampak nyata.</translation>
    </message>
    <message>
      <source>Who looked at it besides you?</source>
      <translation>Siapa yang melihatnya selain Anda?</translation>
    </message>
    <message>
      <source>Names, with commas between.</source>
      <translation>Nama, dipisahkan koma.</translation>
    </message>
    <message>
      <source>Publish although a time stamp has not come?</source>
      <translation>Terbitkan walau cap waktu belum datang?</translation>
    </message>
    <message>
      <source>Is a complaint about it open?</source>
      <translation>Apakah ada keluhan yang terbuka?</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Tidak ada</translation>
    </message>
    <message>
      <source>These</source>
      <translation>Berikut ini</translation>
    </message>
    <message>
      <source>Add a complaint</source>
      <translation>Tambah keluhan</translation>
    </message>
    <message>
      <source>Does anybody doubt that somebody is of age?</source>
      <translation>Apakah ada yang meragukan usia seseorang?</translation>
    </message>
    <message>
      <source>Nobody</source>
      <translation>Tidak ada</translation>
    </message>
    <message>
      <source>Add a doubt</source>
      <translation>Tambah keraguan</translation>
    </message>
    <message>
      <source>What did you blur, mute or alter yourself?</source>
      <translation>Apa yang Anda kaburkan, bisukan, atau ubah sendiri?</translation>
    </message>
    <message>
      <source>Nothing</source>
      <translation>Tidak ada</translation>
    </message>
    <message>
      <source>Add a change</source>
      <translation>Tambah perubahan</translation>
    </message>
    <message>
      <source>What is changed here is entered by itself.</source>
      <translation>Perubahan yang dibuat di sini tercatat sendiri.</translation>
    </message>
    <message>
      <source>What viewers are told about cuts</source>
      <translation>Yang diberitahukan kepada penonton tentang potongan</translation>
    </message>
    <message>
      <source>Add a place</source>
      <translation>Tambah bagian</translation>
    </message>
    <message>
      <source>Rules you overruled</source>
      <translation>Aturan yang Anda kesampingkan</translation>
    </message>
    <message>
      <source>Ask again after</source>
      <translation>Tanya lagi setelah</translation>
    </message>
    <message>
      <source>months</source>
      <translation>bulan</translation>
    </message>
    <message>
      <source>Where and when</source>
      <translation>Di mana dan kapan</translation>
    </message>
    <message>
      <source>Money</source>
      <translation>Uang</translation>
    </message>
    <message>
      <source>Thumbnail and title</source>
      <translation>Gambar mini dan judul</translation>
    </message>
    <message>
      <source>For the platform</source>
      <translation>Untuk platform</translation>
    </message>
    <message>
      <source>Only you can know</source>
      <translation>Hanya Anda yang tahu</translation>
    </message>
    <message>
      <source>Complaints and age</source>
      <translation>Keluhan dan usia</translation>
    </message>
    <message>
      <source>Changes and cuts</source>
      <translation>Perubahan dan potongan</translation>
    </message>
    <message>
      <source>Care</source>
      <translation>Kehati-hatian</translation>
    </message>
  </context>
  <context>
    <name>PlanPart</name>
    <message>
      <source>Plan of publication</source>
      <translation>Rencana publikasi</translation>
    </message>
    <message>
      <source>Where and how this video is to appear. What is not stated cannot be known, and blocks where a rule needs it.</source>
      <translation>Di mana dan bagaimana video ini akan tampil. Yang belum dinyatakan tidak dapat diketahui, dan menghalangi bila aturan memerlukannya.</translation>
    </message>
    <message>
      <source>Save and decide</source>
      <translation>Simpan dan putuskan</translation>
    </message>
    <message>
      <source>Discard changes</source>
      <translation>Buang perubahan</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Lainnya</translation>
    </message>
    <message>
      <source>Read a plan.toml…</source>
      <translation>Baca plan.toml…</translation>
    </message>
    <message>
      <source>Write it as plan.toml…</source>
      <translation>Tulis sebagai plan.toml…</translation>
    </message>
    <message>
      <source>Begin new videos with this plan</source>
      <translation>Mulai video baru dengan rencana ini</translation>
    </message>
    <message>
      <source>Read a plan</source>
      <translation>Baca rencana</translation>
    </message>
    <message>
      <source>Write the plan</source>
      <translation>Tulis rencana</translation>
    </message>
    <message>
      <source>See the decision</source>
      <translation>Lihat keputusan</translation>
    </message>
    <message>
      <source>The rules are being asked…</source>
      <translation>Aturan sedang diperiksa…</translation>
    </message>
    <message>
      <source>The full check goes on; a decision comes after it.</source>
      <translation>Pemeriksaan penuh masih berjalan; keputusan menyusul.</translation>
    </message>
    <message>
      <source>The vault is open read-only; a plan cannot be kept.</source>
      <translation>Brankas hanya dibuka untuk dibaca; rencana tidak dapat disimpan.</translation>
    </message>
    <message>
      <source>Not saved yet.</source>
      <translation>Belum disimpan.</translation>
    </message>
    <message>
      <source>Saved.</source>
      <translation>Tersimpan.</translation>
    </message>
  </context>
  <context>
    <name>Player</name>
    <message>
      <source>One frame back (←)</source>
      <translation>Mundur satu bingkai (←)</translation>
    </message>
    <message>
      <source>Play (Space)</source>
      <translation>Putar (Spasi)</translation>
    </message>
    <message>
      <source>One frame on (→)</source>
      <translation>Maju satu bingkai (→)</translation>
    </message>
    <message>
      <source>Sound off</source>
      <translation>Matikan suara</translation>
    </message>
    <message>
      <source>Volume</source>
      <translation>Volume</translation>
    </message>
    <message>
      <source>Sound on</source>
      <translation>Nyalakan suara</translation>
    </message>
    <message>
      <source>Pause (Space)</source>
      <translation>Jeda (Spasi)</translation>
    </message>
    <message>
      <source>{speed}x</source>
      <translation>{speed}x</translation>
    </message>
  </context>
  <context>
    <name>ProfileSection</name>
    <message>
      <source>Save</source>
      <translation>Simpan</translation>
    </message>
    <message>
      <source>Profile</source>
      <translation>Profil</translation>
    </message>
    <message>
      <source>Your name or channel</source>
      <translation>Nama atau kanal Anda</translation>
    </message>
    <message>
      <source>As you say it when asking</source>
      <translation>Seperti Anda sebut saat meminta</translation>
    </message>
    <message>
      <source>Channels</source>
      <translation>Kanal</translation>
    </message>
    <message>
      <source>Separated by commas</source>
      <translation>Pisahkan dengan koma</translation>
    </message>
    <message>
      <source>How partners reach you</source>
      <translation>Cara menghubungi Anda</translation>
    </message>
    <message>
      <source>A mail address or profile, for taking a permission back</source>
      <translation>Alamat surel atau profil, untuk mencabut izin</translation>
    </message>
    <message>
      <source>Every permission sealed from here on names you like this.</source>
      <translation>Setiap izin yang disegel mulai sekarang menyebut Anda seperti ini.</translation>
    </message>
    <message>
      <source>Profile saved.</source>
      <translation>Profil disimpan.</translation>
    </message>
  </context>
  <context>
    <name>ProgressLine</name>
    <message>
      <source>Stop</source>
      <translation>Hentikan</translation>
    </message>
  </context>
  <context>
    <name>ProofsPage</name>
    <message>
      <source>Search exported proofs</source>
      <translation>Cari bukti yang diekspor</translation>
    </message>
    <message>
      <source>No proof fits</source>
      <translation>Tidak ada bukti yang cocok</translation>
    </message>
    <message>
      <source>Search for a person, for whom it was made, or a file name.</source>
      <translation>Cari orang, penerima, atau nama berkas.</translation>
    </message>
    <message>
      <source>No proofs exported yet</source>
      <translation>Belum ada bukti yang diekspor</translation>
    </message>
    <message>
      <source>A proof is a file anybody can check. Choose a permission, tick what the reader may see, and export it.</source>
      <translation>Bukti adalah berkas yang bisa diperiksa siapa pun. Pilih izin, centang yang boleh dilihat pembaca, lalu ekspor.</translation>
    </message>
    <message>
      <source>Choose a permission</source>
      <translation>Pilih izin</translation>
    </message>
    <message>
      <source>Exported</source>
      <translation>Diekspor</translation>
    </message>
    <message>
      <source>Proofs</source>
      <translation>Bukti</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>Tampilkan di folder</translation>
    </message>
    <message>
      <source>Copy the short id</source>
      <translation>Salin ID pendek</translation>
    </message>
    <message>
      <source>More…</source>
      <translation>Lainnya…</translation>
    </message>
    <message numerus="yes">
      <source>%n proof(s)</source>
      <translation>
        <numerusform>%n bukti</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>PublishedPage</name>
    <message>
      <source>A complaint…</source>
      <translation>Keluhan…</translation>
    </message>
    <message>
      <source>Choose a video</source>
      <translation>Pilih video</translation>
    </message>
    <message>
      <source>You see who is in it, its check, and what is to be done about it.</source>
      <translation>Anda melihat siapa di dalamnya, pemeriksaannya, dan apa yang perlu dilakukan.</translation>
    </message>
    <message>
      <source>All published videos</source>
      <translation>Semua video yang diterbitkan</translation>
    </message>
    <message>
      <source>No published videos yet</source>
      <translation>Belum ada video yang diterbitkan</translation>
    </message>
    <message>
      <source>Check a video and plan its publication. When the plan passes, hand it over from there and bring its link back here.</source>
      <translation>Periksa video dan rencanakan penerbitannya. Bila rencananya lolos, serahkan dari sana lalu bawa kembali tautannya ke sini.</translation>
    </message>
    <message>
      <source>Check a video</source>
      <translation>Periksa video</translation>
    </message>
    <message>
      <source>Published</source>
      <translation>Diterbitkan</translation>
    </message>
    <message>
      <source>Copied: {text}</source>
      <translation>Disalin: {text}</translation>
    </message>
    <message>
      <source>The video is on YouTube and in your list.</source>
      <translation>Video ada di YouTube dan di daftar Anda.</translation>
    </message>
    <message>
      <source>Saved: {name}, and the signed statement beside it.</source>
      <translation>Disimpan: {name}, dan pernyataan bertanda tangan di sampingnya.</translation>
    </message>
  </context>
  <context>
    <name>PurposeGrid</name>
    <message>
      <source>Not asked</source>
      <translation>Tidak ditanya</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Ya</translation>
    </message>
    <message>
      <source>No</source>
      <translation>Tidak</translation>
    </message>
    <message>
      <source>Unclear</source>
      <translation>Tidak jelas</translation>
    </message>
    <message>
      <source>You heard a no, so every purpose is refused. One of them can be a yes only where a yes was heard.</source>
      <translation>Anda mendengar tidak, jadi semua tujuan ditolak. Salah satunya bisa ya hanya jika terdengar ya.</translation>
    </message>
    <message>
      <source>You heard no clear answer, so every purpose stays open. One of them can be a yes only where a yes was heard.</source>
      <translation>Jawaban tidak jelas, jadi semua tujuan tetap terbuka. Salah satunya bisa ya hanya jika terdengar ya.</translation>
    </message>
  </context>
  <context>
    <name>QuestionField</name>
    <message>
      <source>Everybody in the video</source>
      <translation>Semua orang dalam video</translation>
    </message>
    <message>
      <source>No name yet</source>
      <translation>Belum ada nama</translation>
    </message>
    <message>
      <source>One by one</source>
      <translation>Satu per satu</translation>
    </message>
    <message>
      <source>Not stated</source>
      <translation>Belum dinyatakan</translation>
    </message>
    <message>
      <source>No</source>
      <translation>Tidak</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Ya</translation>
    </message>
  </context>
  <context>
    <name>RangeLine</name>
    <message>
      <source>Whole video, or 0:10-0:25.5</source>
      <translation>Seluruh video, atau 0:10-0:25.5</translation>
    </message>
  </context>
  <context>
    <name>RateQuestion</name>
    <message>
      <source>Frames per second</source>
      <translation>Bingkai per detik</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>Periksa</translation>
    </message>
    <message>
      <source>How many frames per second does the timeline have?</source>
      <translation>Berapa bingkai per detik linimasanya?</translation>
    </message>
    <message>
      <source>Its file does not say. Your editing program shows it in the project settings.</source>
      <translation>Berkasnya tidak menyebutkan. Lihat di setelan proyek program penyunting.</translation>
    </message>
  </context>
  <context>
    <name>ReachView</name>
    <message>
      <source>Open the permission</source>
      <translation>Buka izin</translation>
    </message>
    <message>
      <source>Language of the statement</source>
      <translation>Bahasa pernyataan</translation>
    </message>
    <message>
      <source>Save a statement…</source>
      <translation>Simpan pernyataan…</translation>
    </message>
    <message>
      <source>Everything is done</source>
      <translation>Semua selesai</translation>
    </message>
    <message>
      <source>Everything is done.</source>
      <translation>Semuanya selesai.</translation>
    </message>
    <message>
      <source>You can give the person a signed statement of what was done and when. Anybody can verify it.</source>
      <translation>Anda dapat memberi orang itu pernyataan bertanda tangan tentang apa yang dilakukan dan kapan. Siapa pun dapat memeriksanya.</translation>
    </message>
    <message>
      <source>Save the statement</source>
      <translation>Simpan pernyataan</translation>
    </message>
  </context>
  <context>
    <name>RecordingPage</name>
    <message>
      <source>The file is not where it was</source>
      <translation>Berkas tidak ada di tempatnya</translation>
    </message>
    <message>
      <source>Everything on record stays as it is. Find the file to play it and to seal excerpts.</source>
      <translation>Semua catatan tetap utuh. Cari berkasnya untuk memutar dan menyegel cuplikan.</translation>
    </message>
    <message>
      <source>Find it…</source>
      <translation>Cari…</translation>
    </message>
    <message>
      <source>All recordings</source>
      <translation>Semua rekaman</translation>
    </message>
    <message>
      <source>Undo (Ctrl+Z)</source>
      <translation>Urungkan (Ctrl+Z)</translation>
    </message>
    <message>
      <source>Redo (Ctrl+Shift+Z)</source>
      <translation>Ulangi (Ctrl+Shift+Z)</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Tombol</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>Pertanyaan</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Jawaban</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nomor</translation>
    </message>
    <message>
      <source>Find {title}</source>
      <translation>Cari {title}</translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) left out: only pictures, PDF, text and sound.</source>
      <translation>
        <numerusform>%n berkas dilewati: hanya gambar, PDF, teks, dan suara.</numerusform>
      </translation>
    </message>
    <message>
      <source>Add a file</source>
      <translation>Tambahkan berkas</translation>
    </message>
    <message>
      <source>Save a readable copy</source>
      <translation>Simpan salinan yang bisa dibaca</translation>
    </message>
  </context>
  <context>
    <name>RecordingsPage</name>
    <message>
      <source>Search recordings</source>
      <translation>Cari rekaman</translation>
    </message>
    <message>
      <source>Add recordings…</source>
      <translation>Tambahkan rekaman…</translation>
    </message>
    <message>
      <source>Ctrl+O, or drop files here</source>
      <translation>Ctrl+O, atau seret berkas ke sini</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Urutan</translation>
    </message>
    <message>
      <source>Newest first</source>
      <translation>Terbaru dulu</translation>
    </message>
    <message>
      <source>Oldest first</source>
      <translation>Terlama dulu</translation>
    </message>
    <message>
      <source>By name</source>
      <translation>Menurut nama</translation>
    </message>
    <message>
      <source>Longest first</source>
      <translation>Terpanjang dulu</translation>
    </message>
    <message>
      <source>Most to do first</source>
      <translation>Paling banyak tugas dulu</translation>
    </message>
    <message>
      <source>No recording fits</source>
      <translation>Tidak ada rekaman yang cocok</translation>
    </message>
    <message>
      <source>Search for another part of the name, or empty the search field.</source>
      <translation>Cari bagian lain dari namanya, atau kosongkan kolom pencarian.</translation>
    </message>
    <message>
      <source>Recordings</source>
      <translation>Rekaman</translation>
    </message>
    <message>
      <source>Drop recordings of your video chats here.</source>
      <translation>Seret rekaman obrolan video Anda ke sini.</translation>
    </message>
    <message>
      <source>Choose recordings…</source>
      <translation>Pilih rekaman…</translation>
    </message>
    <message>
      <source>Add a recording</source>
      <translation>Tambah rekaman</translation>
    </message>
    <message>
      <source>It stays where it is and is never changed. Conversations are found in it.</source>
      <translation>Rekaman tetap di tempatnya dan tidak pernah diubah. Percakapan dicari di dalamnya.</translation>
    </message>
    <message>
      <source>Mark the permission</source>
      <translation>Tandai izin</translation>
    </message>
    <message>
      <source>Mark question and answer, listen once, and seal what was agreed.</source>
      <translation>Tandai tanya jawab, dengarkan sekali, lalu segel kesepakatannya.</translation>
    </message>
    <message>
      <source>Export the proof</source>
      <translation>Ekspor bukti</translation>
    </message>
    <message>
      <source>A file that anybody can check, without ConsentKit and without you.</source>
      <translation>Berkas yang bisa diperiksa siapa saja, tanpa ConsentKit dan tanpa Anda.</translation>
    </message>
    <message>
      <source>All files</source>
      <translation>Semua berkas</translation>
    </message>
    <message>
      <source>Add recordings</source>
      <translation>Tambah rekaman</translation>
    </message>
    <message>
      <source>Find the file</source>
      <translation>Cari berkas</translation>
    </message>
  </context>
  <context>
    <name>RecoveryQuestion</name>
    <message>
      <source>Word {number}</source>
      <translation>Kata ke-{number}</translation>
    </message>
  </context>
  <context>
    <name>RecoverySheetView</name>
    <message>
      <source>The same secret as a QR code</source>
      <translation>Rahasia yang sama sebagai kode QR</translation>
    </message>
  </context>
  <context>
    <name>RedactionPart</name>
    <message>
      <source>The video is not where it was</source>
      <translation>Video tidak ada di tempatnya</translation>
    </message>
    <message>
      <source>It is needed to look for faces and to write the edited one.</source>
      <translation>File itu diperlukan untuk mencari wajah dan menulis hasil suntingan.</translation>
    </message>
    <message>
      <source>Edit for publication</source>
      <translation>Sunting untuk publikasi</translation>
    </message>
    <message>
      <source>Once there is a plan, this proposes the smallest change with which it passes: whose face to blur, whose voice to mute, what to cut.</source>
      <translation>Setelah ada rencana, di sini diusulkan perubahan terkecil agar lolos: wajah siapa yang dikaburkan, suara siapa yang dibisukan, apa yang dipotong.</translation>
    </message>
    <message>
      <source>Plan the publication</source>
      <translation>Rencanakan publikasi</translation>
    </message>
    <message>
      <source>Look for faces</source>
      <translation>Cari wajah</translation>
    </message>
    <message>
      <source>Before and after</source>
      <translation>Sebelum dan sesudah</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Sebelum</translation>
    </message>
    <message>
      <source>After</source>
      <translation>Sesudah</translation>
    </message>
    <message>
      <source>New box (N)</source>
      <translation>Kotak baru (N)</translation>
    </message>
    <message>
      <source>Blur the chosen face (B)</source>
      <translation>Kaburkan wajah terpilih (B)</translation>
    </message>
    <message>
      <source>Take the face out (Delete)</source>
      <translation>Keluarkan wajah (Delete)</translation>
    </message>
    <message>
      <source>Previous moment to look at (,)</source>
      <translation>Saat sebelumnya yang perlu dilihat (,)</translation>
    </message>
    <message>
      <source>Next moment to look at (.)</source>
      <translation>Saat berikutnya yang perlu dilihat (.)</translation>
    </message>
    <message>
      <source>Undo (Ctrl+Z)</source>
      <translation>Urungkan (Ctrl+Z)</translation>
    </message>
    <message>
      <source>Redo (Ctrl+Y)</source>
      <translation>Ulangi (Ctrl+Y)</translation>
    </message>
    <message>
      <source>People, and moments to look at</source>
      <translation>Orang, dan saat yang perlu dilihat</translation>
    </message>
    <message>
      <source>People</source>
      <translation>Orang</translation>
    </message>
    <message>
      <source>To look at</source>
      <translation>Perlu dilihat</translation>
    </message>
    <message>
      <source>For your editor (OTIO)…</source>
      <translation>Untuk editor Anda (OTIO)…</translation>
    </message>
    <message>
      <source>Write the video…</source>
      <translation>Tulis video…</translation>
    </message>
    <message>
      <source>What was written</source>
      <translation>Yang sudah ditulis</translation>
    </message>
    <message>
      <source>Write the edited video</source>
      <translation>Tulis video hasil suntingan</translation>
    </message>
    <message>
      <source>Write a timeline for your editor</source>
      <translation>Tulis linimasa untuk editor Anda</translation>
    </message>
    <message>
      <source>Faces are to be blurred, and were not looked for yet.</source>
      <translation>Wajah harus dikaburkan, tetapi belum dicari.</translation>
    </message>
    <message>
      <source>Every frame is looked at. You can go on meanwhile, and stop it.</source>
      <translation>Setiap bingkai dilihat. Sementara itu Anda dapat melanjutkan, atau menghentikannya.</translation>
    </message>
  </context>
  <context>
    <name>ResultPart</name>
    <message>
      <source>The video is not where it was</source>
      <translation>Video tidak ada di tempatnya</translation>
    </message>
    <message>
      <source>What was found in it stays as it is.</source>
      <translation>Yang sudah ditemukan di dalamnya tetap ada.</translation>
    </message>
    <message>
      <source>Check again</source>
      <translation>Periksa lagi</translation>
    </message>
    <message>
      <source>Your video</source>
      <translation>Video Anda</translation>
    </message>
    <message>
      <source>This is a quick look.</source>
      <translation>Ini baru lihat sekilas.</translation>
    </message>
    <message>
      <source>So far only the sound was compared. The full check goes on.</source>
      <translation>Baru suaranya yang dibandingkan. Pemeriksaan penuh masih berjalan.</translation>
    </message>
    <message>
      <source>This check is not saved.</source>
      <translation>Pemeriksaan ini tidak disimpan.</translation>
    </message>
    <message>
      <source>The vault is open read-only. Copy the result or save the report.</source>
      <translation>Brankas dibuka hanya-baca. Salin hasilnya atau simpan laporannya.</translation>
    </message>
    <message>
      <source>Only the sound was compared; the full check was stopped.</source>
      <translation>Hanya suaranya yang dibandingkan; pemeriksaan penuh dihentikan.</translation>
    </message>
  </context>
  <context>
    <name>SecretField</name>
    <message>
      <source>Show what is typed</source>
      <translation>Tampilkan ketikan</translation>
    </message>
  </context>
  <context>
    <name>SecretsSection</name>
    <message>
      <source>Present passphrase</source>
      <translation>Frasa sandi sekarang</translation>
    </message>
    <message>
      <source>Change passphrase</source>
      <translation>Ubah frasa sandi</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Frasa sandi</translation>
    </message>
    <message>
      <source>Backups made before keep the passphrase they were made under.</source>
      <translation>Cadangan lama tetap memakai frasa sandi saat dibuat.</translation>
    </message>
    <message>
      <source>Make a new recovery sheet…</source>
      <translation>Buat lembar pemulihan baru…</translation>
    </message>
    <message>
      <source>Recovery sheet</source>
      <translation>Lembar pemulihan</translation>
    </message>
    <message>
      <source>A new sheet takes the place of the former one, which then no longer opens this vault. Make one when a sheet may have been seen or lost.</source>
      <translation>Lembar baru menggantikan yang lama, yang tidak lagi membuka brankas ini. Buat jika lembar mungkin terlihat orang atau hilang.</translation>
    </message>
    <message>
      <source>The passphrase was changed.</source>
      <translation>Frasa sandi diubah.</translation>
    </message>
    <message>
      <source>Make a new recovery sheet</source>
      <translation>Buat lembar pemulihan baru</translation>
    </message>
    <message>
      <source>The sheet you have on paper will no longer open this vault. Go on?</source>
      <translation>Lembar kertas yang Anda punya tidak akan membuka brankas ini lagi. Lanjutkan?</translation>
    </message>
    <message>
      <source>Check the words</source>
      <translation>Periksa kata</translation>
    </message>
    <message>
      <source>Print…</source>
      <translation>Cetak…</translation>
    </message>
    <message>
      <source>Save as PDF…</source>
      <translation>Simpan sebagai PDF…</translation>
    </message>
    <message>
      <source>To be sure they are written down, type two of them:</source>
      <translation>Untuk memastikan sudah dicatat, ketik dua di antaranya:</translation>
    </message>
    <message>
      <source>These words open the vault without its passphrase. Whoever has them can read everything in it. Keep this paper safe and apart from the computer.</source>
      <translation>Kata-kata ini membuka brankas tanpa frasa sandi. Siapa pun yang memegangnya dapat membaca semua isinya. Simpan kertas ini di tempat aman, terpisah dari komputer.</translation>
    </message>
    <message>
      <source>PDF ({patterns})</source>
      <translation>PDF ({patterns})</translation>
    </message>
    <message>
      <source>The new recovery sheet is in force.</source>
      <translation>Lembar pemulihan baru sudah berlaku.</translation>
    </message>
  </context>
  <context>
    <name>SettingsPage</name>
    <message>
      <source>Sections of the settings</source>
      <translation>Bagian setelan</translation>
    </message>
    <message>
      <source>Profile</source>
      <translation>Profil</translation>
    </message>
    <message>
      <source>Language and look</source>
      <translation>Bahasa dan tampilan</translation>
    </message>
    <message>
      <source>Locking</source>
      <translation>Penguncian</translation>
    </message>
    <message>
      <source>Time authorities</source>
      <translation>Otoritas waktu</translation>
    </message>
    <message>
      <source>Backups</source>
      <translation>Cadangan</translation>
    </message>
    <message>
      <source>Passphrase and recovery</source>
      <translation>Frasa sandi dan pemulihan</translation>
    </message>
    <message>
      <source>Check and storage</source>
      <translation>Pemeriksaan dan ruang</translation>
    </message>
    <message>
      <source>About</source>
      <translation>Tentang</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Setelan</translation>
    </message>
  </context>
  <context>
    <name>ShortcutSheet</name>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>Pintasan papan tik</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>Di mana saja</translation>
    </message>
    <message>
      <source>Go to a page</source>
      <translation>Buka halaman</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Cari</translation>
    </message>
    <message>
      <source>The page's main action</source>
      <translation>Tindakan utama halaman</translation>
    </message>
    <message>
      <source>Add a recording</source>
      <translation>Tambah rekaman</translation>
    </message>
    <message>
      <source>Lock the vault</source>
      <translation>Kunci brankas</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>Muat ulang</translation>
    </message>
    <message>
      <source>This sheet</source>
      <translation>Lembar ini</translation>
    </message>
    <message>
      <source>In a recording</source>
      <translation>Di dalam rekaman</translation>
    </message>
    <message>
      <source>Play backwards, pause, play</source>
      <translation>Putar mundur, jeda, putar</translation>
    </message>
    <message>
      <source>Space</source>
      <translation>Spasi</translation>
    </message>
    <message>
      <source>Play or pause</source>
      <translation>Putar atau jeda</translation>
    </message>
    <message>
      <source>One frame back or forward</source>
      <translation>Satu bingkai mundur atau maju</translation>
    </message>
    <message>
      <source>Shift + ← →</source>
      <translation>Shift + ← →</translation>
    </message>
    <message>
      <source>One second back or forward</source>
      <translation>Satu detik mundur atau maju</translation>
    </message>
    <message>
      <source>Set where question and answer begin and end</source>
      <translation>Tandai awal dan akhir tanya jawab</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Play what is marked</source>
      <translation>Putar yang ditandai</translation>
    </message>
    <message>
      <source>Ctrl + wheel</source>
      <translation>Ctrl + roda tetikus</translation>
    </message>
    <message>
      <source>Zoom the timeline</source>
      <translation>Perbesar garis waktu</translation>
    </message>
    <message>
      <source>Take a correction back, do it again</source>
      <translation>Urungkan atau ulangi koreksi</translation>
    </message>
    <message>
      <source>While asking</source>
      <translation>Saat meminta izin</translation>
    </message>
    <message>
      <source>Asked, yes, no, gone</source>
      <translation>Ditanya, ya, tidak, pergi</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Tutup</translation>
    </message>
  </context>
  <context>
    <name>SlotRow</name>
    <message>
      <source>{name} begins here (I)</source>
      <translation>{name} mulai di sini (I)</translation>
    </message>
    <message>
      <source>{name} ends here (O)</source>
      <translation>{name} berakhir di sini (O)</translation>
    </message>
    <message>
      <source>Forget {name}</source>
      <translation>Lupakan {name}</translation>
    </message>
    <message>
      <source>not marked</source>
      <translation>belum ditandai</translation>
    </message>
  </context>
  <context>
    <name>SourceSide</name>
    <message>
      <source>Hear the recording</source>
      <translation>Dengarkan rekaman</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Sumber</translation>
    </message>
    <message>
      <source>Not from any of your recordings.</source>
      <translation>Bukan dari rekaman Anda.</translation>
    </message>
    <message>
      <source>The file is away; a picture of its scan is shown.</source>
      <translation>Berkasnya tidak ada; gambar dari pemindaian ditampilkan.</translation>
    </message>
    <message>
      <source>Silence the recording</source>
      <translation>Bisukan rekaman</translation>
    </message>
  </context>
  <context>
    <name>SpanDetail</name>
    <message>
      <source>Everything (Esc)</source>
      <translation>Semuanya (Esc)</translation>
    </message>
    <message>
      <source>{recording} at {time}</source>
      <translation>{recording} pada {time}</translation>
    </message>
    <message>
      <source>Open the conversation</source>
      <translation>Buka percakapan</translation>
    </message>
    <message>
      <source>Take the mark back</source>
      <translation>Tarik tanda</translation>
    </message>
  </context>
  <context>
    <name>SponsorField</name>
    <message>
      <source>Nobody</source>
      <translation>Tidak ada</translation>
    </message>
    <message>
      <source>A sponsor</source>
      <translation>Sponsor</translation>
    </message>
    <message>
      <source>Name of the sponsor</source>
      <translation>Nama sponsor</translation>
    </message>
  </context>
  <context>
    <name>StartPage</name>
    <message>
      <source>Check a proof</source>
      <translation>Periksa bukti</translation>
    </message>
    <message>
      <source>Keep a recording together with the permission to publish it.</source>
      <translation>Simpan rekaman bersama izin untuk menerbitkannya.</translation>
    </message>
    <message>
      <source>New vault</source>
      <translation>Brankas baru</translation>
    </message>
    <message>
      <source>An encrypted folder for your permissions.</source>
      <translation>Folder terenkripsi untuk izin Anda.</translation>
    </message>
    <message>
      <source>Open a vault</source>
      <translation>Buka brankas</translation>
    </message>
    <message>
      <source>Choose the folder of an existing vault.</source>
      <translation>Pilih folder brankas yang ada.</translation>
    </message>
    <message>
      <source>Try the demo vault</source>
      <translation>Coba brankas demo</translation>
    </message>
    <message>
      <source>Made in under a minute with a drawn sample recording.</source>
      <translation>Dibuat kurang dari semenit dengan rekaman contoh.</translation>
    </message>
    <message>
      <source>Restore from a backup</source>
      <translation>Pulihkan dari cadangan</translation>
    </message>
    <message>
      <source>Make a vault out of its copy.</source>
      <translation>Buat brankas dari salinannya.</translation>
    </message>
    <message>
      <source>Recent vaults</source>
      <translation>Brankas terakhir</translation>
    </message>
    <message>
      <source>Begin</source>
      <translation>Mulai</translation>
    </message>
    <message>
      <source>Vaults you open are listed here. Make a new one, or try the demo.</source>
      <translation>Brankas yang Anda buka muncul di sini. Buat yang baru, atau coba demo.</translation>
    </message>
    <message>
      <source>{name} (not found)</source>
      <translation>{name} (tidak ditemukan)</translation>
    </message>
    <message>
      <source>Open {name}</source>
      <translation>Buka {name}</translation>
    </message>
    <message>
      <source>Remove {name} from this list</source>
      <translation>Hapus {name} dari daftar</translation>
    </message>
    <message>
      <source>This folder is not a vault.</source>
      <translation>Folder ini bukan brankas.</translation>
    </message>
    <message>
      <source>A vault is a folder whose name ends in .ckvault. Choose that folder.</source>
      <translation>Brankas adalah folder yang namanya berakhir .ckvault. Pilih folder itu.</translation>
    </message>
    <message>
      <source>Demo vault</source>
      <translation>Brankas demo</translation>
    </message>
    <message>
      <source>Choose the backup to restore</source>
      <translation>Pilih cadangan yang dipulihkan</translation>
    </message>
    <message>
      <source>Choose where the restored vault goes</source>
      <translation>Pilih tempat brankas hasil pemulihan</translation>
    </message>
    <message>
      <source>Name of the restored vault</source>
      <translation>Nama brankas hasil pemulihan</translation>
    </message>
  </context>
  <context>
    <name>StartPart</name>
    <message>
      <source>Videos and timelines</source>
      <translation>Video dan linimasa</translation>
    </message>
    <message>
      <source>All files</source>
      <translation>Semua berkas</translation>
    </message>
    <message>
      <source>Drop the finished video here. A timeline of your editor may come with it.</source>
      <translation>Jatuhkan video jadi di sini. Linimasa dari program penyunting boleh disertakan.</translation>
    </message>
    <message>
      <source>Choose a video…</source>
      <translation>Pilih video…</translation>
    </message>
    <message>
      <source>Add recordings</source>
      <translation>Tambah rekaman</translation>
    </message>
    <message>
      <source>Bring them up to date</source>
      <translation>Perbarui</translation>
    </message>
    <message>
      <source>Checked so far</source>
      <translation>Sudah diperiksa</translation>
    </message>
    <message numerus="yes">
      <source>%n recording(s) cannot be compared yet.</source>
      <translation>
        <numerusform>%n rekaman belum dapat dibandingkan.</numerusform>
      </translation>
    </message>
    <message>
      <source>An earlier version scanned them. Scan them again once.</source>
      <translation>Dipindai oleh versi sebelumnya. Pindai sekali lagi.</translation>
    </message>
    <message>
      <source>Drop the video</source>
      <translation>Jatuhkan video</translation>
    </message>
    <message>
      <source>The cut you mean to publish. It is read here and changed nowhere.</source>
      <translation>Hasil suntingan yang akan diterbitkan. Hanya dibaca di sini, tidak diubah.</translation>
    </message>
    <message>
      <source>See where it is from</source>
      <translation>Lihat asalnya</translation>
    </message>
    <message>
      <source>Picture and sound are compared with your recordings, second by second.</source>
      <translation>Gambar dan suara dibandingkan dengan rekaman Anda, detik demi detik.</translation>
    </message>
    <message>
      <source>Decide what is open</source>
      <translation>Putuskan yang belum jelas</translation>
    </message>
    <message>
      <source>For each stretch: who it is, what is missing, and what you can do.</source>
      <translation>Untuk tiap bagian: siapa orangnya, apa yang kurang, dan apa yang bisa dilakukan.</translation>
    </message>
    <message>
      <source>There are no recordings in this vault yet.</source>
      <translation>Belum ada rekaman di brankas ini.</translation>
    </message>
    <message>
      <source>Add them first: a video can only be compared with what is known.</source>
      <translation>Tambahkan dulu: video hanya dapat dibandingkan dengan yang sudah dikenal.</translation>
    </message>
  </context>
  <context>
    <name>Statements</name>
    <message>
      <source>What no machine can see is asked here once the rules were asked: save the plan and see the decision.</source>
      <translation>Yang tidak dapat dilihat mesin ditanyakan di sini setelah aturan diperiksa: simpan rencana dan lihat keputusannya.</translation>
    </message>
    <message numerus="yes">
      <source>%n answer(s) are missing.</source>
      <translation>
        <numerusform>%n jawaban belum ada.</numerusform>
      </translation>
    </message>
    <message>
      <source>Everything is answered.</source>
      <translation>Semua sudah dijawab.</translation>
    </message>
  </context>
  <context>
    <name>StatusLine</name>
    <message>
      <source>Open vault: {name}</source>
      <translation>Brankas terbuka: {name}</translation>
    </message>
    <message>
      <source>Read-only</source>
      <translation>Hanya-baca</translation>
    </message>
    <message>
      <source>Show work in progress</source>
      <translation>Tampilkan pekerjaan berjalan</translation>
    </message>
    <message numerus="yes">
      <source>%n time stamp(s) waiting</source>
      <translation>
        <numerusform>%n cap waktu menunggu</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n person(s) waiting</source>
      <translation>
        <numerusform>%n orang menunggu</numerusform>
      </translation>
    </message>
    <message>
      <source>Something is late. Open what is to be done.</source>
      <translation>Ada yang terlambat. Buka yang perlu dilakukan.</translation>
    </message>
    <message>
      <source>Open what is to be done.</source>
      <translation>Buka yang perlu dilakukan.</translation>
    </message>
  </context>
  <context>
    <name>StepSheet</name>
    <message>
      <source>Which purposes</source>
      <translation>Tujuan yang mana</translation>
    </message>
    <message>
      <source>Why it was never valid</source>
      <translation>Mengapa tidak pernah sah</translation>
    </message>
    <message>
      <source>New last day</source>
      <translation>Hari terakhir yang baru</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Alasan</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>In their words, if you like</source>
      <translation>Dengan kata-katanya, bila mau</translation>
    </message>
  </context>
  <context>
    <name>TaskCard</name>
    <message>
      <source>Why it may stay</source>
      <translation>Mengapa boleh tetap</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>dan %n lagi</numerusform>
      </translation>
    </message>
    <message>
      <source>Opens the video there, in the browser</source>
      <translation>Membuka video di saat itu, di peramban</translation>
    </message>
    <message>
      <source>Answer the complaint</source>
      <translation>Jawab keluhan</translation>
    </message>
    <message>
      <source>Make a version without this person</source>
      <translation>Buat versi tanpa orang ini</translation>
    </message>
    <message>
      <source>Open the recording</source>
      <translation>Buka rekaman</translation>
    </message>
    <message>
      <source>What did you do?</source>
      <translation>Apa yang Anda lakukan?</translation>
    </message>
    <message>
      <source>Mark as done: {what}</source>
      <translation>Tandai selesai: {what}</translation>
    </message>
    <message>
      <source>It stays</source>
      <translation>Tetap</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Urungkan</translation>
    </message>
    <message>
      <source>Not done after all: {name}</source>
      <translation>Ternyata belum: {name}</translation>
    </message>
  </context>
  <context>
    <name>TerritoryField</name>
    <message>
      <source>Not stated</source>
      <translation>Belum dinyatakan</translation>
    </message>
    <message>
      <source>The whole world</source>
      <translation>Seluruh dunia</translation>
    </message>
    <message>
      <source>Some countries</source>
      <translation>Beberapa negara</translation>
    </message>
    <message>
      <source>Add a country</source>
      <translation>Tambah negara</translation>
    </message>
    <message>
      <source>Take {country} off</source>
      <translation>Hapus {country}</translation>
    </message>
  </context>
  <context>
    <name>TextField</name>
    <message>
      <source>Not stated</source>
      <translation>Belum dinyatakan</translation>
    </message>
  </context>
  <context>
    <name>TextsPart</name>
    <message>
      <source>Save what the id stands for</source>
      <translation>Simpan arti tanda ini</translation>
    </message>
    <message>
      <source>The signed log entry of the decision. Anybody can verify it.</source>
      <translation>Entri log keputusan yang bertanda tangan. Siapa pun dapat memeriksanya.</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Judul</translation>
    </message>
    <message>
      <source>Copy the title</source>
      <translation>Salin judul</translation>
    </message>
    <message>
      <source>The title was copied.</source>
      <translation>Judul disalin.</translation>
    </message>
    <message>
      <source>Description</source>
      <translation>Deskripsi</translation>
    </message>
    <message>
      <source>Copy the description</source>
      <translation>Salin deskripsi</translation>
    </message>
    <message>
      <source>The description was copied.</source>
      <translation>Deskripsi disalin.</translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>Tag</translation>
    </message>
    <message>
      <source>Copy the tags</source>
      <translation>Salin tag</translation>
    </message>
    <message>
      <source>The tags were copied.</source>
      <translation>Tag disalin.</translation>
    </message>
    <message>
      <source>Save what {id} stands for…</source>
      <translation>Simpan arti {id}…</translation>
    </message>
  </context>
  <context>
    <name>Timeline</name>
    <message>
      <source>Timeline</source>
      <translation>Garis waktu</translation>
    </message>
    <message>
      <source>Conversation {number} · {partner} · {status}</source>
      <translation>Percakapan {number} · {partner} · {status}</translation>
    </message>
    <message>
      <source>no name yet</source>
      <translation>belum ada nama</translation>
    </message>
  </context>
  <context>
    <name>TimelinePanel</name>
    <message>
      <source>Stretch of the recording that is shown</source>
      <translation>Bagian rekaman yang terlihat</translation>
    </message>
    <message>
      <source>Previous conversation ([)</source>
      <translation>Percakapan sebelumnya ([)</translation>
    </message>
    <message>
      <source>Next conversation (])</source>
      <translation>Percakapan berikutnya (])</translation>
    </message>
    <message>
      <source>Farther (-)</source>
      <translation>Perkecil (-)</translation>
    </message>
    <message>
      <source>Closer (+)</source>
      <translation>Perbesar (+)</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Semua</translation>
    </message>
    <message>
      <source>The whole recording (1)</source>
      <translation>Seluruh rekaman (1)</translation>
    </message>
    <message>
      <source>Conversation</source>
      <translation>Percakapan</translation>
    </message>
    <message>
      <source>The chosen conversation (2)</source>
      <translation>Percakapan terpilih (2)</translation>
    </message>
    <message>
      <source>Second</source>
      <translation>Detik</translation>
    </message>
    <message>
      <source>The second at the playhead (3)</source>
      <translation>Detik di posisi putar (3)</translation>
    </message>
  </context>
  <context>
    <name>Toast</name>
    <message>
      <source>Undo</source>
      <translation>Urungkan</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Tutup</translation>
    </message>
  </context>
  <context>
    <name>TruthField</name>
    <message>
      <source>No</source>
      <translation>Tidak</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Ya</translation>
    </message>
  </context>
  <context>
    <name>UnlockPage</name>
    <message>
      <source>Open read-only</source>
      <translation>Buka hanya-baca</translation>
    </message>
    <message>
      <source>Opening</source>
      <translation>Membuka</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Frasa sandi</translation>
    </message>
    <message>
      <source>Caps Lock seems to be on.</source>
      <translation>Caps Lock tampaknya aktif.</translation>
    </message>
    <message>
      <source>Unlock</source>
      <translation>Buka kunci</translation>
    </message>
    <message>
      <source>Other vaults</source>
      <translation>Brankas lain</translation>
    </message>
    <message>
      <source>Use the recovery words</source>
      <translation>Pakai kata pemulihan</translation>
    </message>
    <message>
      <source>The 24 words of the recovery sheet, in order</source>
      <translation>24 kata di lembar pemulihan, berurutan</translation>
    </message>
    <message>
      <source>Recovery words</source>
      <translation>Kata pemulihan</translation>
    </message>
    <message>
      <source>Back to the passphrase</source>
      <translation>Kembali ke frasa sandi</translation>
    </message>
    <message>
      <source>Set passphrase and open</source>
      <translation>Simpan frasa sandi dan buka</translation>
    </message>
    <message>
      <source>The recovery words are right. Choose a new passphrase; the old one will no longer open this vault.</source>
      <translation>Kata pemulihannya benar. Pilih frasa sandi baru; yang lama tidak lagi membuka brankas ini.</translation>
    </message>
    <message>
      <source>{count} of 24 words</source>
      <translation>{count} dari 24 kata</translation>
    </message>
  </context>
  <context>
    <name>UnsureList</name>
    <message>
      <source>Every face was found with certainty.</source>
      <translation>Setiap wajah ditemukan dengan pasti.</translation>
    </message>
    <message>
      <source>Faces were not looked for yet.</source>
      <translation>Wajah belum dicari.</translation>
    </message>
    <message>
      <source>Looked at: {range}</source>
      <translation>Sudah dilihat: {range}</translation>
    </message>
    <message>
      <source>I looked at it (U)</source>
      <translation>Sudah saya lihat (U)</translation>
    </message>
  </context>
  <context>
    <name>UploadView</name>
    <message>
      <source>Only for a Google project of your own that YouTube audited: with any other, the video stays private for good.</source>
      <translation>Hanya untuk proyek Google Anda sendiri yang sudah diaudit YouTube: dengan proyek lain, video tetap pribadi selamanya.</translation>
    </message>
    <message>
      <source>YouTube audited my project</source>
      <translation>YouTube sudah mengaudit proyek saya</translation>
    </message>
    <message>
      <source>Connect a channel…</source>
      <translation>Hubungkan kanal…</translation>
    </message>
    <message>
      <source>Choose the client_secret.json of your project; then answer in the browser.</source>
      <translation>Pilih client_secret.json proyek Anda; lalu jawab di peramban.</translation>
    </message>
    <message>
      <source>Access was taken back or ran out. Connect the channel again.</source>
      <translation>Akses dicabut atau habis masanya. Hubungkan kanal lagi.</translation>
    </message>
    <message>
      <source>Who may see it</source>
      <translation>Siapa yang boleh melihat</translation>
    </message>
    <message>
      <source>Private</source>
      <translation>Pribadi</translation>
    </message>
    <message>
      <source>Unlisted</source>
      <translation>Tidak publik</translation>
    </message>
    <message>
      <source>Public</source>
      <translation>Publik</translation>
    </message>
    <message>
      <source>Upload</source>
      <translation>Unggah</translation>
    </message>
    <message>
      <source>Disconnect the channel</source>
      <translation>Putuskan kanal</translation>
    </message>
    <message>
      <source>Go on with the upload</source>
      <translation>Lanjutkan unggahan</translation>
    </message>
    <message>
      <source>It is not there: upload again</source>
      <translation>Tidak ada: unggah lagi</translation>
    </message>
    <message>
      <source>Look in YouTube Studio</source>
      <translation>Lihat di YouTube Studio</translation>
    </message>
    <message>
      <source>Drop the upload</source>
      <translation>Buang unggahan</translation>
    </message>
    <message>
      <source>Connected on {date}: {project}</source>
      <translation>Terhubung {date}: {project}</translation>
    </message>
    <message>
      <source>Everything was sent, but YouTube's answer was lost. Look whether the video is there. If it is, paste its link below; if not, upload it again.</source>
      <translation>Semua sudah dikirim, tetapi jawaban YouTube hilang. Lihat apakah videonya ada. Bila ada, tempel tautannya; bila tidak, unggah lagi.</translation>
    </message>
    <message>
      <source>The file of the upload is not where it was.</source>
      <translation>Berkas unggahan tidak ada di tempatnya.</translation>
    </message>
    <message>
      <source>This upload was begun on {date} ({size}) and not finished.</source>
      <translation>Unggahan ini dimulai {date} ({size}) dan belum selesai.</translation>
    </message>
    <message>
      <source>The video is on YouTube, but YouTube made it private.</source>
      <translation>Video ada di YouTube, tetapi YouTube menjadikannya pribadi.</translation>
    </message>
    <message>
      <source>It does so with projects it did not audit.</source>
      <translation>Itu dilakukan pada proyek yang belum diaudit.</translation>
    </message>
    <message>
      <source>The video is on YouTube and in your list.</source>
      <translation>Video ada di YouTube dan di daftar Anda.</translation>
    </message>
    <message>
      <source>Choose client_secret.json</source>
      <translation>Pilih client_secret.json</translation>
    </message>
  </context>
  <context>
    <name>VaultWizard</name>
    <message>
      <source>Making the vault</source>
      <translation>Membuat brankas</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Later</source>
      <translation>Nanti</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Lanjut</translation>
    </message>
    <message>
      <source>My permissions</source>
      <translation>Izin saya</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>Change…</source>
      <translation>Ubah…</translation>
    </message>
    <message>
      <source>A vault is an encrypted folder. It keeps permissions and their evidence; your recordings stay where they are.</source>
      <translation>Brankas adalah folder terenkripsi. Ia menyimpan izin dan buktinya; rekaman Anda tetap di tempatnya.</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Folder</translation>
    </message>
    <message>
      <source>The passphrase is the only thing between a stolen laptop and the people in your recordings. Nobody can reset it, not even we; the recovery sheet of the next step is the one way back.</source>
      <translation>Hanya frasa sandi yang melindungi orang-orang di rekaman Anda jika laptop dicuri. Tidak ada yang dapat mengatur ulang, kami pun tidak; lembar pemulihan di langkah berikut adalah satu-satunya jalan kembali.</translation>
    </message>
    <message>
      <source>These words open the vault if the passphrase is lost. Print them or write them down, and keep them where you keep important papers. They are shown this once.</source>
      <translation>Kata-kata ini membuka brankas jika frasa sandi hilang. Cetak atau catat, dan simpan di tempat dokumen penting. Hanya ditampilkan sekali ini.</translation>
    </message>
    <message>
      <source>Your name or channel</source>
      <translation>Nama atau kanal Anda</translation>
    </message>
    <message>
      <source>As you say it when asking</source>
      <translation>Seperti Anda sebut saat meminta</translation>
    </message>
    <message>
      <source>Channels</source>
      <translation>Kanal</translation>
    </message>
    <message>
      <source>Separated by commas</source>
      <translation>Pisahkan dengan koma</translation>
    </message>
    <message>
      <source>How partners reach you</source>
      <translation>Cara menghubungi Anda</translation>
    </message>
    <message>
      <source>A mail address or profile, for taking a permission back</source>
      <translation>Alamat surel atau profil, untuk mencabut izin</translation>
    </message>
    <message>
      <source>A permission names who asked and how to reach them. You can change this at any time under Settings.</source>
      <translation>Izin menyebut siapa yang meminta dan cara menghubunginya. Anda dapat mengubahnya kapan saja di Setelan.</translation>
    </message>
    <message>
      <source>Name and place</source>
      <translation>Nama dan tempat</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Frasa sandi</translation>
    </message>
    <message>
      <source>Recovery sheet</source>
      <translation>Lembar pemulihan</translation>
    </message>
    <message>
      <source>About you</source>
      <translation>Tentang Anda</translation>
    </message>
    <message>
      <source>New vault, step {number} of 3</source>
      <translation>Brankas baru, langkah {number} dari 3</translation>
    </message>
    <message>
      <source>One last thing</source>
      <translation>Satu hal lagi</translation>
    </message>
    <message>
      <source>A vault needs a name.</source>
      <translation>Brankas perlu nama.</translation>
    </message>
    <message>
      <source>This name is too long.</source>
      <translation>Nama ini terlalu panjang.</translation>
    </message>
    <message>
      <source>This name has characters a folder cannot carry.</source>
      <translation>Nama ini berisi karakter yang tidak boleh untuk folder.</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Kembali</translation>
    </message>
    <message>
      <source>Make the vault</source>
      <translation>Buat brankas</translation>
    </message>
    <message>
      <source>Check the words</source>
      <translation>Periksa kata</translation>
    </message>
    <message>
      <source>Save and open</source>
      <translation>Simpan dan buka</translation>
    </message>
    <message>
      <source>Where the vault goes</source>
      <translation>Tempat brankas</translation>
    </message>
    <message>
      <source>There is something of this name already.</source>
      <translation>Nama ini sudah dipakai.</translation>
    </message>
    <message>
      <source>Choose another name or another folder.</source>
      <translation>Pilih nama atau folder lain.</translation>
    </message>
    <message>
      <source>To be sure they are written down, type two of them:</source>
      <translation>Untuk memastikan sudah dicatat, ketik dua di antaranya:</translation>
    </message>
    <message>
      <source>Print…</source>
      <translation>Cetak…</translation>
    </message>
    <message>
      <source>Save as PDF…</source>
      <translation>Simpan sebagai PDF…</translation>
    </message>
    <message>
      <source>These words open the vault without its passphrase. Whoever has them can read everything in it. Keep this paper safe and apart from the computer.</source>
      <translation>Kata-kata ini membuka brankas tanpa frasa sandi. Siapa pun yang memegangnya dapat membaca semua isinya. Simpan kertas ini di tempat aman, terpisah dari komputer.</translation>
    </message>
    <message>
      <source>Save as PDF</source>
      <translation>Simpan sebagai PDF</translation>
    </message>
    <message>
      <source>PDF ({patterns})</source>
      <translation>PDF ({patterns})</translation>
    </message>
    <message>
      <source>Not the same as on the sheet: word {numbers}. Look again.</source>
      <translation>Tidak sama dengan lembar: kata ke-{numbers}. Periksa lagi.</translation>
    </message>
  </context>
  <context>
    <name>VerifyView</name>
    <message>
      <source>Drop a proof here. It is checked on this computer; nothing is sent.</source>
      <translation>Jatuhkan berkas bukti di sini. Diperiksa di komputer ini; tidak ada yang dikirim.</translation>
    </message>
    <message>
      <source>Choose a proof…</source>
      <translation>Pilih bukti…</translation>
    </message>
    <message>
      <source>Checking the proof</source>
      <translation>Memeriksa bukti</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Hentikan</translation>
    </message>
    <message>
      <source>Choose the key file…</source>
      <translation>Pilih berkas kunci…</translation>
    </message>
    <message>
      <source>What was found</source>
      <translation>Hasil pemeriksaan</translation>
    </message>
    <message>
      <source>Another proof</source>
      <translation>Bukti lain</translation>
    </message>
    <message>
      <source>Copy as text</source>
      <translation>Salin sebagai teks</translation>
    </message>
    <message>
      <source>Verify a proof</source>
      <translation>Periksa bukti</translation>
    </message>
    <message>
      <source>Choose the key file</source>
      <translation>Pilih berkas kunci</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Tersalin</translation>
    </message>
    <message>
      <source>This key does not open {file}.</source>
      <translation>Kunci ini tidak membuka {file}.</translation>
    </message>
    <message>
      <source>{file} is encrypted.</source>
      <translation>{file} terenkripsi.</translation>
    </message>
    <message>
      <source>It opens with the age identity of whom it was made for: a file with a line that begins with AGE-SECRET-KEY-1. The key is read for this check and not kept.</source>
      <translation>Terbuka dengan identitas age penerimanya: berkas dengan baris yang diawali AGE-SECRET-KEY-1. Kunci hanya dibaca untuk pemeriksaan ini dan tidak disimpan.</translation>
    </message>
    <message>
      <source>What the receipt shows</source>
      <translation>Yang ditampilkan tanda terima</translation>
    </message>
    <message>
      <source>Show all values</source>
      <translation>Tampilkan semua nilai</translation>
    </message>
    <message>
      <source>What this does not prove</source>
      <translation>Yang tidak dibuktikan</translation>
    </message>
  </context>
  <context>
    <name>VideoView</name>
    <message>
      <source>Opens in the browser</source>
      <translation>Dibuka di peramban</translation>
    </message>
    <message>
      <source>Copy the link</source>
      <translation>Salin tautan</translation>
    </message>
    <message>
      <source>Its check</source>
      <translation>Pemeriksaannya</translation>
    </message>
    <message>
      <source>People in it</source>
      <translation>Orang di dalamnya</translation>
    </message>
    <message>
      <source>To do</source>
      <translation>Perlu dilakukan</translation>
    </message>
    <message>
      <source>Complaints</source>
      <translation>Keluhan</translation>
    </message>
    <message>
      <source>Complaint about this video</source>
      <translation>Keluhan tentang video ini</translation>
    </message>
    <message>
      <source>I took it down</source>
      <translation>Sudah saya turunkan</translation>
    </message>
    <message>
      <source>It is up again</source>
      <translation>Sudah tayang lagi</translation>
    </message>
    <message>
      <source>Take off the list</source>
      <translation>Keluarkan dari daftar</translation>
    </message>
    <message>
      <source>Notes that the video is not on the platform any more. Do that there first.</source>
      <translation>Mencatat bahwa video tidak ada lagi di platform. Lakukan dulu di sana.</translation>
    </message>
    <message>
      <source>For a link that was entered by mistake. The log keeps that it was there.</source>
      <translation>Untuk tautan yang salah dimasukkan. Log tetap mencatatnya.</translation>
    </message>
    <message>
      <source>{platform}, published on {date}</source>
      <translation>{platform}, diterbitkan {date}</translation>
    </message>
    <message>
      <source>taken down on {date}</source>
      <translation>diturunkan {date}</translation>
    </message>
    <message>
      <source>Open {link} in the browser</source>
      <translation>Buka {link} di peramban</translation>
    </message>
    <message>
      <source>It was put into the list although the check did not allow it.</source>
      <translation>Dimasukkan ke daftar meskipun pemeriksaan tidak mengizinkan.</translation>
    </message>
    <message>
      <source>The check was removed. The video stays bound.</source>
      <translation>Pemeriksaan dihapus. Video tetap terikat.</translation>
    </message>
    <message>
      <source>Open the check</source>
      <translation>Buka pemeriksaan</translation>
    </message>
    <message>
      <source>Copy the id in the description</source>
      <translation>Salin tanda di deskripsi</translation>
    </message>
    <message>
      <source>Id in the description: {id}</source>
      <translation>Tanda di deskripsi: {id}</translation>
    </message>
    <message>
      <source>Changed since</source>
      <translation>Berubah sejak itu</translation>
    </message>
    <message>
      <source>Without a plan</source>
      <translation>Tanpa rencana</translation>
    </message>
    <message>
      <source>Its plan passes</source>
      <translation>Rencananya lolos</translation>
    </message>
    <message>
      <source>Its plan does not pass</source>
      <translation>Rencananya tidak lolos</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>dan %n lagi</numerusform>
      </translation>
    </message>
    <message>
      <source>Erased person</source>
      <translation>Orang yang dihapus</translation>
    </message>
    <message>
      <source>Person without a name</source>
      <translation>Orang tanpa nama</translation>
    </message>
    <message>
      <source>Permission of {name}</source>
      <translation>Izin dari {name}</translation>
    </message>
    <message>
      <source>Answer the complaint</source>
      <translation>Jawab keluhan</translation>
    </message>
    <message>
      <source>See what to do</source>
      <translation>Lihat yang perlu dilakukan</translation>
    </message>
    <message>
      <source>At {time}, {date}</source>
      <translation>Pada {time}, {date}</translation>
    </message>
  </context>
  <context>
    <name>WordsSheet</name>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
  </context>
  <context>
    <name>WorkingPart</name>
    <message>
      <source>A quick look comes first: what it finds is shown while the rest goes on.</source>
      <translation>Pertama dilihat sekilas: hasilnya ditampilkan sementara sisanya berjalan.</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Hentikan</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Kembali</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Coba lagi</translation>
    </message>
    <message>
      <source>Opening the file</source>
      <translation>Membuka berkas</translation>
    </message>
  </context>
  <context>
    <name>_Counts</name>
    <message numerus="yes">
      <source>%n conversation(s)</source>
      <translation>
        <numerusform>%n percakapan</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>activity</name>
    <message>
      <source>What this entry was about has been erased.</source>
      <translation>Isi entri ini sudah dihapus.</translation>
    </message>
    <message>
      <source>This entry leads nowhere else.</source>
      <translation>Entri ini tidak mengarah ke mana pun.</translation>
    </message>
    <message>
      <source>The log is taken as it is.</source>
      <translation>Log diterima apa adanya.</translation>
    </message>
    <message>
      <source>What happened</source>
      <translation>Kejadian</translation>
    </message>
    <message>
      <source>Who or what</source>
      <translation>Siapa atau apa</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Kapan</translation>
    </message>
    <message>
      <source>Time stamp</source>
      <translation>Cap waktu</translation>
    </message>
    <message>
      <source>Entry {number}, {time}</source>
      <translation>Entri {number}, {time}</translation>
    </message>
    <message>
      <source>Recording added</source>
      <translation>Rekaman ditambahkan</translation>
    </message>
    <message>
      <source>Asked</source>
      <translation>Ditanya</translation>
    </message>
    <message>
      <source>Permission given</source>
      <translation>Izin diberikan</translation>
    </message>
    <message>
      <source>Permission refused</source>
      <translation>Izin ditolak</translation>
    </message>
    <message>
      <source>Answer left open</source>
      <translation>Jawaban belum ada</translation>
    </message>
    <message>
      <source>Permission renewed</source>
      <translation>Izin diperbarui</translation>
    </message>
    <message>
      <source>Withdrawn by the partner</source>
      <translation>Dicabut lawan bicara</translation>
    </message>
    <message>
      <source>Revoked by you</source>
      <translation>Dibatalkan oleh Anda</translation>
    </message>
    <message>
      <source>Suspended</source>
      <translation>Ditangguhkan</translation>
    </message>
    <message>
      <source>Suspension lifted</source>
      <translation>Penangguhan dicabut</translation>
    </message>
    <message>
      <source>Declared void</source>
      <translation>Dinyatakan batal</translation>
    </message>
    <message>
      <source>Legal hold set or lifted</source>
      <translation>Penahanan hukum dipasang atau dicabut</translation>
    </message>
    <message>
      <source>Conversation or file added</source>
      <translation>Percakapan atau berkas ditambahkan</translation>
    </message>
    <message>
      <source>Proof exported</source>
      <translation>Bukti diekspor</translation>
    </message>
    <message>
      <source>Marked as own material</source>
      <translation>Ditandai sebagai materi sendiri</translation>
    </message>
    <message>
      <source>Mark of own material taken back</source>
      <translation>Tanda materi sendiri ditarik</translation>
    </message>
    <message>
      <source>Decided on publishing</source>
      <translation>Diputuskan tentang publikasi</translation>
    </message>
    <message>
      <source>Redacted video written</source>
      <translation>Video yang disamarkan ditulis</translation>
    </message>
    <message>
      <source>Credentials written for a video</source>
      <translation>Kredensial video ditulis</translation>
    </message>
    <message>
      <source>Published video bound</source>
      <translation>Video yang tayang dihubungkan</translation>
    </message>
    <message>
      <source>Published video taken off the list</source>
      <translation>Video yang tayang dikeluarkan dari daftar</translation>
    </message>
    <message>
      <source>Video taken down</source>
      <translation>Video diturunkan</translation>
    </message>
    <message>
      <source>Video is up again</source>
      <translation>Video tayang lagi</translation>
    </message>
    <message>
      <source>Complaint received</source>
      <translation>Keluhan diterima</translation>
    </message>
    <message>
      <source>Complaint closed</source>
      <translation>Keluhan ditutup</translation>
    </message>
    <message>
      <source>Complaint opened again</source>
      <translation>Keluhan dibuka lagi</translation>
    </message>
    <message>
      <source>Task done</source>
      <translation>Tugas selesai</translation>
    </message>
    <message>
      <source>Task opened again</source>
      <translation>Tugas dibuka lagi</translation>
    </message>
    <message>
      <source>Statement for the partner signed</source>
      <translation>Pernyataan untuk pasangan ditandatangani</translation>
    </message>
    <message>
      <source>Data erased</source>
      <translation>Data dihapus</translation>
    </message>
    <message>
      <source>The log is shorter than it was when this computer saw it.</source>
      <translation>Log lebih pendek daripada saat terakhir dilihat komputer ini.</translation>
    </message>
    <message>
      <source>Entries are missing. If you restored a backup, this is expected: take the log as it is, and record again what happened since that backup. If you did not, somebody put an older copy in its place: compare with your newest backup first.</source>
      <translation>Ada entri yang hilang. Kalau Anda memulihkan cadangan, ini wajar: terima log apa adanya, lalu catat lagi yang terjadi sejak cadangan itu. Kalau tidak, ada yang menaruh salinan lama: bandingkan dulu dengan cadangan terbaru Anda.</translation>
    </message>
    <message>
      <source>The log is not the one this computer saw.</source>
      <translation>Log ini bukan yang pernah dilihat komputer ini.</translation>
    </message>
    <message>
      <source>It went another way after some entry, as when two copies of a vault were both written to. Keep both copies, and compare with your newest backup. Take this one only if you know that it is the right one.</source>
      <translation>Log bercabang setelah suatu entri, seperti ketika dua salinan brankas sama-sama ditulisi. Simpan keduanya, dan bandingkan dengan cadangan terbaru. Terima yang ini hanya jika Anda yakin inilah yang benar.</translation>
    </message>
    <message>
      <source>Entries of the log were changed.</source>
      <translation>Entri log telah diubah.</translation>
    </message>
    <message>
      <source>Proofs from here no longer hold. Do not delete anything: check the vault under Settings, and restore your newest backup into another folder to compare.</source>
      <translation>Bukti dari sini tidak berlaku lagi. Jangan hapus apa pun: periksa brankas di Setelan, dan pulihkan cadangan terbaru ke folder lain untuk membandingkan.</translation>
    </message>
    <message>
      <source>The signature under the log does not hold.</source>
      <translation>Tanda tangan pada log tidak sah.</translation>
    </message>
    <message>
      <source>The newest signature under the log is missing.</source>
      <translation>Tanda tangan log terbaru hilang.</translation>
    </message>
    <message>
      <source>Part of the vault was lost. Check the vault under Settings, and restore your newest backup into another folder to compare.</source>
      <translation>Sebagian brankas hilang. Periksa brankas di Setelan, dan pulihkan cadangan terbaru ke folder lain untuk membandingkan.</translation>
    </message>
    <message>
      <source>This computer's clock stands before the newest entry.</source>
      <translation>Jam komputer ini lebih lambat daripada entri terbaru.</translation>
    </message>
    <message>
      <source>The log itself is in order. Set the clock right: what is sealed meanwhile gets a wrong time of its own, and only time stamps show the true one.</source>
      <translation>Lognya sendiri baik-baik saja. Betulkan jamnya: yang disegel sementara ini mendapat waktu yang salah, dan hanya cap waktu yang menunjukkan waktu sebenarnya.</translation>
    </message>
    <message>
      <source>Erased</source>
      <translation>Dihapus</translation>
    </message>
    <message>
      <source>There</source>
      <translation>Ada</translation>
    </message>
    <message>
      <source>To come</source>
      <translation>Menyusul</translation>
    </message>
    <message>
      <source>What happened: {count}</source>
      <translation>Kejadian: {count}</translation>
    </message>
    <message numerus="yes">
      <source>%n entry(s)</source>
      <translation>
        <numerusform>%n entri</numerusform>
      </translation>
    </message>
    <message>
      <source>It begins with your first recording.</source>
      <translation>Log dimulai dengan rekaman pertama Anda.</translation>
    </message>
    <message>
      <source>The log is empty.</source>
      <translation>Log kosong.</translation>
    </message>
    <message>
      <source>The log is intact.</source>
      <translation>Log utuh.</translation>
    </message>
    <message>
      <source>This computer sees it for the first time.</source>
      <translation>Komputer ini melihatnya untuk pertama kali.</translation>
    </message>
    <message>
      <source>Last entry {when}. Nothing was taken out or changed.</source>
      <translation>Entri terakhir {when}. Tidak ada yang dihapus atau diubah.</translation>
    </message>
    <message>
      <source>The log does not hold together.</source>
      <translation>Log tidak utuh.</translation>
    </message>
    <message>
      <source>Check the vault under Settings, and compare with your newest backup.</source>
      <translation>Periksa brankas di Setelan, dan bandingkan dengan cadangan terbaru Anda.</translation>
    </message>
  </context>
  <context>
    <name>ask</name>
    <message>
      <source>{name} was taken off the list.</source>
      <translation>{name} dihapus dari daftar.</translation>
    </message>
    <message>
      <source>Ask</source>
      <translation>Minta izin</translation>
    </message>
    <message>
      <source>Each use by itself</source>
      <translation>Setiap penggunaan, satu per satu</translation>
    </message>
    <message>
      <source>Age</source>
      <translation>Umur</translation>
    </message>
    <message>
      <source>The number, to be repeated aloud</source>
      <translation>Nomor, untuk diulang keras-keras</translation>
    </message>
    <message>
      <source>Means yes</source>
      <translation>Artinya ya</translation>
    </message>
    <message>
      <source>Means no</source>
      <translation>Artinya tidak</translation>
    </message>
    <message>
      <source>After a yes</source>
      <translation>Setelah ya</translation>
    </message>
    <message>
      <source>After a no</source>
      <translation>Setelah tidak</translation>
    </message>
    <message>
      <source>How to take it back</source>
      <translation>Cara mencabutnya</translation>
    </message>
    <message>
      <source>Indonesian</source>
      <translation>Indonesia</translation>
    </message>
    <message>
      <source>English</source>
      <translation>Inggris</translation>
    </message>
    <message>
      <source>Russian</source>
      <translation>Rusia</translation>
    </message>
    <message>
      <source>Spanish</source>
      <translation>Spanyol</translation>
    </message>
    <message>
      <source>Portuguese</source>
      <translation>Portugis</translation>
    </message>
    <message>
      <source>Turkish</source>
      <translation>Turki</translation>
    </message>
    <message>
      <source>Arabic</source>
      <translation>Arab</translation>
    </message>
    <message>
      <source>Hindi</source>
      <translation>Hindi</translation>
    </message>
    <message>
      <source>French</source>
      <translation>Prancis</translation>
    </message>
    <message>
      <source>German</source>
      <translation>Jerman</translation>
    </message>
    <message>
      <source>Japanese</source>
      <translation>Jepang</translation>
    </message>
    <message>
      <source>Korean</source>
      <translation>Korea</translation>
    </message>
    <message>
      <source>Chinese</source>
      <translation>Tionghoa</translation>
    </message>
    <message>
      <source>Thai</source>
      <translation>Thai</translation>
    </message>
    <message>
      <source>Vietnamese</source>
      <translation>Vietnam</translation>
    </message>
    <message>
      <source>Filipino</source>
      <translation>Filipino</translation>
    </message>
    <message>
      <source>Malay</source>
      <translation>Melayu</translation>
    </message>
    <message>
      <source>Ukrainian</source>
      <translation>Ukraina</translation>
    </message>
    <message>
      <source>Uzbek</source>
      <translation>Uzbek</translation>
    </message>
    <message>
      <source>Kazakh</source>
      <translation>Kazakh</translation>
    </message>
    <message>
      <source>No native speaker has read these words in {language} yet. Use them with care.</source>
      <translation>Belum ada penutur asli {language} yang membaca teks ini. Pakailah dengan hati-hati.</translation>
    </message>
    <message>
      <source>A native speaker has read these words, a lawyer has not.</source>
      <translation>Penutur asli sudah membaca teks ini, ahli hukum belum.</translation>
    </message>
    <message>
      <source>Drawn from a demonstration's time stamp: it proves nothing.</source>
      <translation>Diturunkan dari cap waktu peragaan: tidak membuktikan apa pun.</translation>
    </message>
    <message>
      <source>Drawn from a time stamp: nobody could know it earlier.</source>
      <translation>Diturunkan dari cap waktu: tak seorang pun bisa tahu sebelumnya.</translation>
    </message>
    <message>
      <source>A random number: no time stamp was there to draw it from. It does not show when.</source>
      <translation>Nomor acak: belum ada cap waktu untuk menurunkannya. Nomor ini tidak menunjukkan kapan.</translation>
    </message>
    <message>
      <source>Not asked yet</source>
      <translation>Belum ditanya</translation>
    </message>
    <message numerus="yes">
      <source>%n year(s)</source>
      <translation>
        <numerusform>%n tahun</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>check</name>
    <message>
      <source>Next or previous stretch that needs a decision</source>
      <translation>Bagian berikutnya atau sebelumnya yang perlu keputusan</translation>
    </message>
    <message>
      <source>Previous or next stretch of this lane</source>
      <translation>Bagian sebelumnya atau berikutnya di jalur ini</translation>
    </message>
    <message>
      <source>Picture or sound at the playhead</source>
      <translation>Gambar atau suara di posisi putar</translation>
    </message>
    <message>
      <source>Choose the stretch at the playhead</source>
      <translation>Pilih bagian di posisi putar</translation>
    </message>
    <message>
      <source>Play or pause</source>
      <translation>Putar atau jeda</translation>
    </message>
    <message>
      <source>Play back, stop, play on; again for faster</source>
      <translation>Putar mundur, berhenti, putar maju; ulangi untuk lebih cepat</translation>
    </message>
    <message>
      <source>One frame back or on; with Shift one second</source>
      <translation>Mundur atau maju satu bingkai; dengan Shift satu detik</translation>
    </message>
    <message>
      <source>To the beginning or the end</source>
      <translation>Ke awal atau akhir</translation>
    </message>
    <message>
      <source>Zoom; also Ctrl and the mouse wheel</source>
      <translation>Perbesar; juga Ctrl dan roda tetikus</translation>
    </message>
    <message>
      <source>Show all, or the chosen stretch</source>
      <translation>Tampilkan semua, atau bagian yang dipilih</translation>
    </message>
    <message>
      <source>Recordings</source>
      <translation>Rekaman</translation>
    </message>
    <message>
      <source>The check was removed.</source>
      <translation>Pemeriksaan dihapus.</translation>
    </message>
    <message>
      <source>{name} is checked.</source>
      <translation>{name} selesai diperiksa.</translation>
    </message>
    <message>
      <source>Marked as your own material.</source>
      <translation>Ditandai sebagai materi Anda sendiri.</translation>
    </message>
    <message>
      <source>The mark was taken back.</source>
      <translation>Tanda ditarik.</translation>
    </message>
    <message>
      <source>Copied as text.</source>
      <translation>Disalin sebagai teks.</translation>
    </message>
    <message>
      <source>{name} was written.</source>
      <translation>{name} sudah ditulis.</translation>
    </message>
    <message>
      <source>Covered</source>
      <translation>Tercakup</translation>
    </message>
    <message>
      <source>Your own</source>
      <translation>Milik Anda</translation>
    </message>
    <message>
      <source>Has conditions</source>
      <translation>Bersyarat</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Tidak diketahui</translation>
    </message>
    <message>
      <source>Not covered</source>
      <translation>Tidak tercakup</translation>
    </message>
    <message>
      <source>No permission of this person is on record.</source>
      <translation>Belum ada izin orang ini yang tercatat.</translation>
    </message>
    <message>
      <source>The permission says nothing about publishing.</source>
      <translation>Izin ini tidak menyebut penerbitan.</translation>
    </message>
    <message>
      <source>The permission does not hold yet.</source>
      <translation>Izin ini belum berlaku.</translation>
    </message>
    <message>
      <source>It is from none of your recordings.</source>
      <translation>Ini bukan dari rekaman Anda.</translation>
    </message>
    <message>
      <source>This part of the recording belongs to no conversation yet.</source>
      <translation>Bagian rekaman ini belum termasuk percakapan mana pun.</translation>
    </message>
    <message>
      <source>This conversation was set aside.</source>
      <translation>Percakapan ini disisihkan.</translation>
    </message>
    <message>
      <source>The permission has conditions to meet first.</source>
      <translation>Izin ini bersyarat; penuhi syaratnya dulu.</translation>
    </message>
    <message>
      <source>The person set a condition in their own words.</source>
      <translation>Orang ini memberi syarat dengan kata-katanya sendiri.</translation>
    </message>
    <message>
      <source>Only you are seen.</source>
      <translation>Hanya Anda yang terlihat.</translation>
    </message>
    <message>
      <source>Between two conversations: nobody is there.</source>
      <translation>Di antara dua percakapan: tidak ada orang.</translation>
    </message>
    <message>
      <source>Silence.</source>
      <translation>Hening.</translation>
    </message>
    <message>
      <source>An empty picture.</source>
      <translation>Gambar kosong.</translation>
    </message>
    <message>
      <source>You marked it as your own material.</source>
      <translation>Anda menandainya sebagai materi sendiri.</translation>
    </message>
    <message>
      <source>The video has several sound tracks, and only one was listened to.</source>
      <translation>Video ini punya beberapa trek suara, dan hanya satu yang didengarkan.</translation>
    </message>
    <message>
      <source>Only the quick look is done.</source>
      <translation>Baru dilihat sekilas.</translation>
    </message>
    <message>
      <source>confirmed by picture or sound</source>
      <translation>cocok dengan gambar atau suara</translation>
    </message>
    <message>
      <source>picture or sound is from elsewhere</source>
      <translation>gambar atau suaranya dari tempat lain</translation>
    </message>
    <message>
      <source>not found in the video</source>
      <translation>tidak ditemukan di video</translation>
    </message>
    <message>
      <source>none of your recordings</source>
      <translation>bukan rekaman Anda</translation>
    </message>
    <message>
      <source>Mark the permission</source>
      <translation>Tandai izin</translation>
    </message>
    <message>
      <source>Ask again</source>
      <translation>Tanya lagi</translation>
    </message>
    <message>
      <source>See the permission</source>
      <translation>Lihat izin</translation>
    </message>
    <message>
      <source>Open the recording</source>
      <translation>Buka rekaman</translation>
    </message>
    <message>
      <source>It is my own…</source>
      <translation>Ini milik saya…</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>Gambar</translation>
    </message>
    <message>
      <source>Sound</source>
      <translation>Suara</translation>
    </message>
    <message>
      <source>The picture comes with the full check.</source>
      <translation>Gambarnya menyusul dalam pemeriksaan penuh.</translation>
    </message>
    <message>
      <source>This video has no picture.</source>
      <translation>Video ini tidak bergambar.</translation>
    </message>
    <message>
      <source>This video has no sound.</source>
      <translation>Video ini tidak bersuara.</translation>
    </message>
    <message>
      <source>The permission to publish does not hold: {status}.</source>
      <translation>Izin menerbitkan tidak berlaku: {status}.</translation>
    </message>
    <message>
      <source>The permission leaves out: {data}.</source>
      <translation>Izin ini tidak mencakup: {data}.</translation>
    </message>
    <message numerus="yes">
      <source>%n second(s)</source>
      <translation>
        <numerusform>%n detik</numerusform>
      </translation>
    </message>
    <message>
      <source>{time} minutes</source>
      <translation>{time} menit</translation>
    </message>
    <message>
      <source>Nothing needs a decision.</source>
      <translation>Tidak ada yang perlu diputuskan.</translation>
    </message>
    <message numerus="yes">
      <source>%n second(s) need a decision.</source>
      <translation>
        <numerusform>%n detik perlu keputusan.</numerusform>
      </translation>
    </message>
    <message>
      <source>{time} minutes need a decision.</source>
      <translation>{time} menit perlu keputusan.</translation>
    </message>
    <message>
      <source>Some sound was not listened to.</source>
      <translation>Ada suara yang belum didengarkan.</translation>
    </message>
    <message>
      <source>There are no recordings to compare with.</source>
      <translation>Tidak ada rekaman untuk dibandingkan.</translation>
    </message>
    <message>
      <source>Nothing of it is from your recordings.</source>
      <translation>Tidak ada bagian dari rekaman Anda.</translation>
    </message>
    <message>
      <source>Nobody you recorded is in it.</source>
      <translation>Tidak ada orang yang Anda rekam di dalamnya.</translation>
    </message>
    <message>
      <source>{length} of that are of unknown origin.</source>
      <translation>{length} di antaranya tidak diketahui asalnya.</translation>
    </message>
    <message>
      <source>No name yet</source>
      <translation>Belum ada nama</translation>
    </message>
    <message>
      <source>{recording}, outside its conversations</source>
      <translation>{recording}, di luar percakapannya</translation>
    </message>
    <message>
      <source>From a recording, outside its conversations</source>
      <translation>Dari rekaman, di luar percakapannya</translation>
    </message>
    <message>
      <source>Unknown footage</source>
      <translation>Cuplikan tak dikenal</translation>
    </message>
    <message>
      <source>No conversation</source>
      <translation>Bukan percakapan</translation>
    </message>
    <message>
      <source>{start} to {end}</source>
      <translation>{start} sampai {end}</translation>
    </message>
    <message>
      <source>speed {number}x</source>
      <translation>kecepatan {number}x</translation>
    </message>
    <message>
      <source>mirrored</source>
      <translation>dicerminkan</translation>
    </message>
    <message>
      <source>pitch {number} semitones higher</source>
      <translation>nada {number} semiton lebih tinggi</translation>
    </message>
    <message>
      <source>pitch {number} semitones lower</source>
      <translation>nada {number} semiton lebih rendah</translation>
    </message>
    <message>
      <source>{percent} % sure</source>
      <translation>{percent} % yakin</translation>
    </message>
    <message>
      <source>from {recording} at {time}</source>
      <translation>dari {recording} pada {time}</translation>
    </message>
    <message>
      <source>a recording</source>
      <translation>sebuah rekaman</translation>
    </message>
    <message>
      <source>Another order</source>
      <translation>Urutan lain</translation>
    </message>
    <message>
      <source>What was said later comes earlier in your video.</source>
      <translation>Yang diucapkan belakangan muncul lebih dulu di video Anda.</translation>
    </message>
    <message>
      <source>Cut inside a sentence</source>
      <translation>Potongan di tengah kalimat</translation>
    </message>
    <message>
      <source>A cut lies where somebody is speaking.</source>
      <translation>Ada potongan saat seseorang sedang berbicara.</translation>
    </message>
    <message>
      <source>Another question</source>
      <translation>Pertanyaan lain</translation>
    </message>
    <message>
      <source>This answer followed something else in the recording.</source>
      <translation>Di rekaman, jawaban ini mengikuti hal lain.</translation>
    </message>
    <message>
      <source>Another speed</source>
      <translation>Kecepatan lain</translation>
    </message>
    <message>
      <source>It runs at {number} times the speed of the recording.</source>
      <translation>Berjalan {number} kali kecepatan rekaman.</translation>
    </message>
    <message>
      <source>{name}, {range}: {state}</source>
      <translation>{name}, {range}: {state}</translation>
    </message>
    <message>
      <source>Clip without a name</source>
      <translation>Klip tanpa nama</translation>
    </message>
    <message>
      <source>Recordings were added since this check.</source>
      <translation>Rekaman ditambahkan sejak pemeriksaan ini.</translation>
    </message>
    <message>
      <source>Footage of unknown origin may be from them. Check again.</source>
      <translation>Cuplikan yang belum diketahui asalnya mungkin dari sana. Periksa lagi.</translation>
    </message>
    <message>
      <source>Permissions changed since this check.</source>
      <translation>Izin berubah sejak pemeriksaan ini.</translation>
    </message>
    <message>
      <source>The verdicts below may no longer hold.</source>
      <translation>Penilaian di bawah mungkin tidak berlaku lagi.</translation>
    </message>
    <message>
      <source>Parts of this video could not be read.</source>
      <translation>Sebagian video ini tidak dapat dibaca.</translation>
    </message>
    <message>
      <source>Its end is missing. What is there was checked.</source>
      <translation>Bagian akhirnya tidak ada. Yang ada sudah diperiksa.</translation>
    </message>
    <message>
      <source>What is there was checked.</source>
      <translation>Yang ada sudah diperiksa.</translation>
    </message>
    <message>
      <source>Export the video with one sound track, and check that.</source>
      <translation>Ekspor video dengan satu trek suara, lalu periksa yang itu.</translation>
    </message>
    <message>
      <source>This comes from a quick look. The full check may differ.</source>
      <translation>Ini hasil lihat sekilas. Pemeriksaan penuh bisa berbeda.</translation>
    </message>
    <message>
      <source>In this video</source>
      <translation>Di video ini</translation>
    </message>
    <message>
      <source>{name}: picture {picture}, sound {sound}, {verdict} ({recording})</source>
      <translation>{name}: gambar {picture}, suara {sound}, {verdict} ({recording})</translation>
    </message>
    <message>
      <source>Needs a decision</source>
      <translation>Perlu keputusan</translation>
    </message>
    <message>
      <source>Cuts that may change the meaning</source>
      <translation>Potongan yang mungkin mengubah makna</translation>
    </message>
    <message>
      <source>Your timeline</source>
      <translation>Linimasa Anda</translation>
    </message>
    <message>
      <source>Rules: {names}</source>
      <translation>Aturan: {names}</translation>
    </message>
    <message numerus="yes">
      <source>%n person(s), all covered.</source>
      <translation>
        <numerusform>%n orang, semua tercakup.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n person(s), none covered.</source>
      <translation>
        <numerusform>%n orang, tidak ada yang tercakup.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n person(s), {covered} covered.</source>
      <translation>
        <numerusform>%n orang, {covered} tercakup.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>decision</name>
    <message>
      <source>Why is it your own?</source>
      <translation>Mengapa ini milik sendiri?</translation>
    </message>
    <message>
      <source>For example: my intro</source>
      <translation>Misalnya: pembuka saya</translation>
    </message>
    <message>
      <source>The reason is entered in the log.</source>
      <translation>Alasan dicatat dalam log.</translation>
    </message>
    <message>
      <source>What are viewers told?</source>
      <translation>Apa yang diberitahukan kepada penonton?</translation>
    </message>
    <message>
      <source>For example: shortened, see the description</source>
      <translation>Misalnya: dipersingkat, lihat deskripsi</translation>
    </message>
    <message>
      <source>Put these words where viewers see them; the plan keeps them.</source>
      <translation>Tulis kata-kata ini di tempat yang dilihat penonton; rencana menyimpannya.</translation>
    </message>
    <message>
      <source>Why is the video published in spite of this rule?</source>
      <translation>Mengapa video tetap diterbitkan meskipun ada aturan ini?</translation>
    </message>
    <message>
      <source>A reason somebody else can follow</source>
      <translation>Alasan yang dapat dipahami orang lain</translation>
    </message>
    <message>
      <source>It is signed, entered in the log and printed with the decision. It stays visible, and you can take it back.</source>
      <translation>Alasan ditandatangani, dicatat dalam log, dan dicetak bersama keputusan. Tetap terlihat, dan dapat Anda tarik kembali.</translation>
    </message>
    <message>
      <source>Consent does not cover it.</source>
      <translation>Izin tidak mencakupnya.</translation>
    </message>
    <message>
      <source>Nobody knows where it is from.</source>
      <translation>Asalnya tidak diketahui.</translation>
    </message>
    <message>
      <source>It has several sound tracks, and only one was listened to. Export the video with one.</source>
      <translation>Ada beberapa trek suara, dan hanya satu yang didengarkan. Ekspor video dengan satu trek saja.</translation>
    </message>
    <message>
      <source>Only the quick look is done.</source>
      <translation>Baru dilihat sekilas.</translation>
    </message>
    <message>
      <source>It does not concern this video.</source>
      <translation>Tidak menyangkut video ini.</translation>
    </message>
    <message>
      <source>You stated it.</source>
      <translation>Anda menyatakannya.</translation>
    </message>
    <message>
      <source>Blurred and muted throughout.</source>
      <translation>Dikaburkan dan dibisukan seluruhnya.</translation>
    </message>
    <message>
      <source>“{detail}” does not name this platform.</source>
      <translation>“{detail}” tidak menyebut platform ini.</translation>
    </message>
    <message>
      <source>“{detail}” does not hold at that time.</source>
      <translation>“{detail}” tidak berlaku pada waktu itu.</translation>
    </message>
    <message>
      <source>“{detail}” does not name this channel.</source>
      <translation>“{detail}” tidak menyebut kanal ini.</translation>
    </message>
    <message>
      <source>“{detail}” is for certain channels, and the plan names none.</source>
      <translation>“{detail}” untuk kanal tertentu, dan rencana tidak menyebut satu pun.</translation>
    </message>
    <message>
      <source>“{detail}” does not hold in all those countries.</source>
      <translation>“{detail}” tidak berlaku di semua negara itu.</translation>
    </message>
    <message>
      <source>“{detail}” is for certain countries, and the plan names none.</source>
      <translation>“{detail}” untuk negara tertentu, dan rencana tidak menyebut satu pun.</translation>
    </message>
    <message>
      <source>Not agreed to: {detail}.</source>
      <translation>Tidak disetujui: {detail}.</translation>
    </message>
    <message>
      <source>Agreed to, but not with face or voice or name: {detail}.</source>
      <translation>Disetujui, tetapi tidak dengan wajah, suara, atau nama: {detail}.</translation>
    </message>
    <message>
      <source>It is not stated whether the video earns money.</source>
      <translation>Belum dinyatakan apakah video menghasilkan uang.</translation>
    </message>
    <message>
      <source>It is not stated whether there is a sponsor.</source>
      <translation>Belum dinyatakan apakah ada sponsor.</translation>
    </message>
    <message>
      <source>It is not stated who is in the thumbnail.</source>
      <translation>Belum dinyatakan siapa yang ada di gambar mini.</translation>
    </message>
    <message>
      <source>It is not stated who is in the title.</source>
      <translation>Belum dinyatakan siapa yang ada di judul.</translation>
    </message>
    <message>
      <source>There is no permission of this person to ask: {detail}.</source>
      <translation>Tidak ada izin orang ini yang dapat diperiksa: {detail}.</translation>
    </message>
    <message>
      <source>It is not stated whether this was done: {detail}.</source>
      <translation>Belum dinyatakan apakah ini sudah dilakukan: {detail}.</translation>
    </message>
    <message>
      <source>Not done everywhere: {detail}.</source>
      <translation>Belum dilakukan di semua bagian: {detail}.</translation>
    </message>
    <message>
      <source>This does not verify: {detail}.</source>
      <translation>Ini tidak lolos pemeriksaan: {detail}.</translation>
    </message>
    <message>
      <source>This could not be checked: {detail}.</source>
      <translation>Ini tidak dapat diperiksa: {detail}.</translation>
    </message>
    <message>
      <source>It is another file: {detail}.</source>
      <translation>Ini file lain: {detail}.</translation>
    </message>
    <message>
      <source>The file is not where it was.</source>
      <translation>File tidak ada di tempatnya.</translation>
    </message>
    <message>
      <source>An agency needs two reviewers, and the plan names fewer.</source>
      <translation>Agensi memerlukan dua peninjau, dan rencana menyebut lebih sedikit.</translation>
    </message>
    <message>
      <source>The evidence is too weak for: {detail}.</source>
      <translation>Bukti pendukung terlalu lemah untuk: {detail}.</translation>
    </message>
    <message>
      <source>There is no excerpt of the answer.</source>
      <translation>Tidak ada cuplikan jawabannya.</translation>
    </message>
    <message>
      <source>The excerpt does not hold question and answer.</source>
      <translation>Cuplikan tidak memuat tanya dan jawab.</translation>
    </message>
    <message>
      <source>The excerpt is from another recording.</source>
      <translation>Cuplikan berasal dari rekaman lain.</translation>
    </message>
    <message>
      <source>The excerpt lacks its five seconds around.</source>
      <translation>Cuplikan tidak memiliki lima detik di sekitarnya.</translation>
    </message>
    <message>
      <source>The recording is gone; nothing can be compared with it.</source>
      <translation>Rekaman sudah tidak ada; tidak dapat dibandingkan.</translation>
    </message>
    <message>
      <source>There is no time stamp, and none was asked for.</source>
      <translation>Tidak ada cap waktu, dan tidak ada yang diminta.</translation>
    </message>
    <message>
      <source>The time stamp has not come yet.</source>
      <translation>Cap waktu belum datang.</translation>
    </message>
    <message>
      <source>The time stamp has not come yet; you accept that.</source>
      <translation>Cap waktu belum datang; Anda menerimanya.</translation>
    </message>
    <message>
      <source>Somebody doubts the age, and it is not cleared.</source>
      <translation>Ada yang meragukan usianya, dan belum terjawab.</translation>
    </message>
    <message>
      <source>Two people cleared the doubt.</source>
      <translation>Dua orang menghapus keraguan itu.</translation>
    </message>
    <message>
      <source>You stated that nobody doubts the age.</source>
      <translation>Anda menyatakan tidak ada yang meragukan usianya.</translation>
    </message>
    <message>
      <source>It is not stated whether anybody doubts the age.</source>
      <translation>Belum dinyatakan apakah ada yang meragukan usianya.</translation>
    </message>
    <message>
      <source>The person was not asked for their age.</source>
      <translation>Orang ini tidak ditanya usianya.</translation>
    </message>
    <message>
      <source>The person is not of age. Missing: {detail}.</source>
      <translation>Orang ini belum dewasa. Yang kurang: {detail}.</translation>
    </message>
    <message>
      <source>No parent or guardian agreed.</source>
      <translation>Tidak ada orang tua atau wali yang setuju.</translation>
    </message>
    <message>
      <source>The person needs another way to communicate, and did not get it.</source>
      <translation>Orang ini perlu cara komunikasi lain, dan tidak mendapatkannya.</translation>
    </message>
    <message>
      <source>Can be known by: {detail}.</source>
      <translation>Dapat dikenali dari: {detail}.</translation>
    </message>
    <message>
      <source>Not stated: {detail}</source>
      <translation>Belum dinyatakan: {detail}</translation>
    </message>
    <message>
      <source>It is not stated whether a complaint is open.</source>
      <translation>Belum dinyatakan apakah ada keluhan terbuka.</translation>
    </message>
    <message>
      <source>Act by {detail}.</source>
      <translation>Bertindaklah sebelum {detail}.</translation>
    </message>
    <message>
      <source>The mark is not set.</source>
      <translation>Tanda itu belum dipasang.</translation>
    </message>
    <message>
      <source>Cuts were not looked at yet.</source>
      <translation>Potongan belum diperiksa.</translation>
    </message>
    <message>
      <source>Found: {detail}.</source>
      <translation>Ditemukan: {detail}.</translation>
    </message>
    <message>
      <source>It is not stated.</source>
      <translation>Belum dinyatakan.</translation>
    </message>
    <message>
      <source>There is no record of what was told.</source>
      <translation>Tidak tercatat apa yang diberitahukan.</translation>
    </message>
    <message>
      <source>The words that were told are not kept.</source>
      <translation>Kata-kata yang disampaikan tidak tersimpan.</translation>
    </message>
    <message>
      <source>It is not kept when it was told.</source>
      <translation>Tidak tersimpan kapan hal itu disampaikan.</translation>
    </message>
    <message>
      <source>Asked in a language they are not known to speak.</source>
      <translation>Ditanya dalam bahasa yang tidak diketahui dikuasainya.</translation>
    </message>
    <message>
      <source>It is not known which language they speak.</source>
      <translation>Tidak diketahui bahasa apa yang dipakainya.</translation>
    </message>
    <message>
      <source>This was not asked for: {detail}.</source>
      <translation>Ini tidak ditanyakan: {detail}.</translation>
    </message>
    <message>
      <source>There is no yes on record: {detail}.</source>
      <translation>Tidak ada jawaban ya yang tercatat: {detail}.</translation>
    </message>
    <message>
      <source>One yes may have been meant for everything.</source>
      <translation>Satu jawaban ya mungkin dimaksudkan untuk semuanya.</translation>
    </message>
    <message>
      <source>No yes was heard in the excerpt.</source>
      <translation>Tidak terdengar jawaban ya dalam cuplikan.</translation>
    </message>
    <message>
      <source>Nobody has listened to the answer yet.</source>
      <translation>Belum ada yang mendengarkan jawabannya.</translation>
    </message>
    <message>
      <source>No way to reach you was told.</source>
      <translation>Cara menghubungi Anda tidak disampaikan.</translation>
    </message>
    <message>
      <source>It is not known whether the way was told.</source>
      <translation>Tidak diketahui apakah caranya disampaikan.</translation>
    </message>
    <message>
      <source>Asked more than once in one conversation.</source>
      <translation>Ditanya lebih dari sekali dalam satu percakapan.</translation>
    </message>
    <message>
      <source>Something was given or promised for a yes.</source>
      <translation>Ada imbalan atau janji untuk jawaban ya.</translation>
    </message>
    <message>
      <source>Not told: {detail}.</source>
      <translation>Tidak diberitahukan: {detail}.</translation>
    </message>
    <message>
      <source>The words were not ours; what they say is not known.</source>
      <translation>Kata-katanya bukan dari kami; isinya tidak diketahui.</translation>
    </message>
    <message>
      <source>It is shown, and nobody agreed to it expressly.</source>
      <translation>Hal itu ditampilkan, dan tidak disetujui secara tegas.</translation>
    </message>
    <message>
      <source>The last yes is older than {detail} months.</source>
      <translation>Jawaban ya terakhir lebih lama dari {detail} bulan.</translation>
    </message>
    <message>
      <source>Consent and contract stand in one record.</source>
      <translation>Persetujuan dan kontrak ada dalam satu catatan.</translation>
    </message>
    <message>
      <source>A contract was asked for as if it were consent.</source>
      <translation>Kontrak ditanyakan seolah-olah persetujuan.</translation>
    </message>
    <message>
      <source>A contract is named, and no document is there.</source>
      <translation>Kontrak disebut, tetapi tidak ada dokumennya.</translation>
    </message>
    <message>
      <source>Nobody has stated how the document is worded.</source>
      <translation>Belum dinyatakan bagaimana bunyi dokumennya.</translation>
    </message>
    <message>
      <source>A still picture shows a face, and no answer.</source>
      <translation>Gambar diam menunjukkan wajah, bukan jawaban.</translation>
    </message>
    <message>
      <source>Nothing written or recorded is there.</source>
      <translation>Tidak ada yang tertulis atau terekam.</translation>
    </message>
    <message>
      <source>The permission was void from the start.</source>
      <translation>Izin batal sejak awal.</translation>
    </message>
    <message>
      <source>The proof does not verify.</source>
      <translation>Bukti tidak lolos pemeriksaan.</translation>
    </message>
    <message>
      <source>Taken back. Everything must stop by {detail}.</source>
      <translation>Ditarik kembali. Semua harus berhenti sebelum {detail}.</translation>
    </message>
    <message>
      <source>The permission is in dispute.</source>
      <translation>Izin sedang disengketakan.</translation>
    </message>
    <message>
      <source>It is not stated whether the message is in writing and theirs.</source>
      <translation>Belum dinyatakan apakah pesan itu tertulis dan darinya.</translation>
    </message>
    <message>
      <source>Nothing in writing is there.</source>
      <translation>Tidak ada yang tertulis.</translation>
    </message>
    <message>
      <source>It is not stated whose key signed.</source>
      <translation>Belum dinyatakan kunci siapa yang menandatangani.</translation>
    </message>
    <message>
      <source>Publishing the face was not agreed to.</source>
      <translation>Publikasi wajah tidak disetujui.</translation>
    </message>
    <message>
      <source>Seconds from before the yes to recording are used.</source>
      <translation>Dipakai detik-detik sebelum persetujuan merekam.</translation>
    </message>
    <message>
      <source>Asked like this: {detail}.</source>
      <translation>Ditanya begini: {detail}.</translation>
    </message>
    <message>
      <source>It does not verify.</source>
      <translation>Tidak lolos pemeriksaan.</translation>
    </message>
    <message>
      <source>It could not be checked.</source>
      <translation>Tidak dapat diperiksa.</translation>
    </message>
    <message>
      <source>The person is not of age.</source>
      <translation>Orang ini belum dewasa.</translation>
    </message>
    <message>
      <source>Taken back.</source>
      <translation>Ditarik kembali.</translation>
    </message>
    <message>
      <source>a guardian</source>
      <translation>wali</translation>
    </message>
    <message>
      <source>thumbnail</source>
      <translation>gambar mini</translation>
    </message>
    <message>
      <source>title</source>
      <translation>judul</translation>
    </message>
    <message>
      <source>the record's signature</source>
      <translation>tanda tangan catatan</translation>
    </message>
    <message>
      <source>the record's place in the log</source>
      <translation>tempat catatan dalam log</translation>
    </message>
    <message>
      <source>the sealed evidence</source>
      <translation>bukti pendukung yang disegel</translation>
    </message>
    <message>
      <source>the plan names another one</source>
      <translation>rencana menyebut file lain</translation>
    </message>
    <message>
      <source>it was changed since the check</source>
      <translation>berubah sejak pemeriksaan</translation>
    </message>
    <message>
      <source>aloud</source>
      <translation>secara lisan</translation>
    </message>
    <message>
      <source>shown before the camera</source>
      <translation>ditunjukkan di depan kamera</translation>
    </message>
    <message>
      <source>sent as a link or text</source>
      <translation>dikirim sebagai tautan atau teks</translation>
    </message>
    <message>
      <source>face blurred</source>
      <translation>wajah dikaburkan</translation>
    </message>
    <message>
      <source>voice altered</source>
      <translation>suara diubah</translation>
    </message>
    <message>
      <source>place hidden</source>
      <translation>tempat disembunyikan</translation>
    </message>
    <message>
      <source>sound muted</source>
      <translation>suara dibisukan</translation>
    </message>
    <message>
      <source>the condition in their own words</source>
      <translation>syarat dengan kata-katanya sendiri</translation>
    </message>
    <message>
      <source>who asks</source>
      <translation>siapa yang bertanya</translation>
    </message>
    <message>
      <source>how to reach you</source>
      <translation>cara menghubungi Anda</translation>
    </message>
    <message>
      <source>that it rests on their yes</source>
      <translation>bahwa dasarnya adalah persetujuan</translation>
    </message>
    <message>
      <source>what for</source>
      <translation>untuk apa</translation>
    </message>
    <message>
      <source>what of them</source>
      <translation>apa dari dirinya</translation>
    </message>
    <message>
      <source>what is collected and how</source>
      <translation>apa yang dikumpulkan dan bagaimana</translation>
    </message>
    <message>
      <source>for how long</source>
      <translation>untuk berapa lama</translation>
    </message>
    <message>
      <source>how long it is kept</source>
      <translation>berapa lama disimpan</translation>
    </message>
    <message>
      <source>how to take it back</source>
      <translation>cara menarik kembali</translation>
    </message>
    <message>
      <source>that they may say no</source>
      <translation>bahwa boleh menolak</translation>
    </message>
    <message>
      <source>all their rights</source>
      <translation>semua haknya</translation>
    </message>
    <message>
      <source>who will see it</source>
      <translation>siapa yang akan melihatnya</translation>
    </message>
    <message>
      <source>another order</source>
      <translation>urutan lain</translation>
    </message>
    <message>
      <source>a cut inside a sentence</source>
      <translation>potongan di tengah kalimat</translation>
    </message>
    <message>
      <source>an answer to another question</source>
      <translation>jawaban atas pertanyaan lain</translation>
    </message>
    <message>
      <source>another speed</source>
      <translation>kecepatan lain</translation>
    </message>
    <message>
      <source>a guardian's agreement</source>
      <translation>persetujuan wali</translation>
    </message>
    <message>
      <source>free will</source>
      <translation>kesukarelaan</translation>
    </message>
    <message>
      <source>moderated comments</source>
      <translation>komentar yang dimoderasi</translation>
    </message>
    <message>
      <source>full name</source>
      <translation>nama lengkap</translation>
    </message>
    <message>
      <source>address, account or number</source>
      <translation>alamat, akun, atau nomor</translation>
    </message>
    <message>
      <source>Did they understand the language they were asked in?</source>
      <translation>Apakah bahasa pertanyaannya dipahami?</translation>
    </message>
    <message>
      <source>Did they answer each use by itself?</source>
      <translation>Apakah setiap penggunaan dijawab tersendiri?</translation>
    </message>
    <message>
      <source>Were they told how to take a yes back?</source>
      <translation>Apakah diberi tahu cara menarik jawaban ya?</translation>
    </message>
    <message>
      <source>Were they told everything the law lists?</source>
      <translation>Apakah diberi tahu semua yang disebut undang-undang?</translation>
    </message>
    <message>
      <source>Was anything given or promised for a yes?</source>
      <translation>Apakah ada imbalan atau janji untuk jawaban ya?</translation>
    </message>
    <message>
      <source>Is the document worded as consent?</source>
      <translation>Apakah dokumennya berbunyi sebagai persetujuan?</translation>
    </message>
    <message>
      <source>Is the document worded as a contract?</source>
      <translation>Apakah dokumennya berbunyi sebagai kontrak?</translation>
    </message>
    <message>
      <source>Were they or you in California?</source>
      <translation>Apakah orang ini atau Anda berada di California?</translation>
    </message>
    <message>
      <source>Do you know whose key signed?</source>
      <translation>Apakah Anda tahu kunci siapa yang menandatangani?</translation>
    </message>
    <message>
      <source>Is what is attached in writing and from them?</source>
      <translation>Apakah lampirannya tertulis dan berasal darinya?</translation>
    </message>
    <message>
      <source>Do they need another way to communicate because of a disability?</source>
      <translation>Apakah perlu cara komunikasi lain karena disabilitas?</translation>
    </message>
    <message>
      <source>Was that way used?</source>
      <translation>Apakah cara itu dipakai?</translation>
    </message>
    <message>
      <source>Are they under age?</source>
      <translation>Apakah masih di bawah umur?</translation>
    </message>
    <message>
      <source>Is the permission that of a parent or guardian?</source>
      <translation>Apakah izin ini dari orang tua atau wali?</translation>
    </message>
    <message>
      <source>Do they take part of their own free will?</source>
      <translation>Apakah ikut serta dengan sukarela?</translation>
    </message>
    <message>
      <source>Are comments moderated or off?</source>
      <translation>Apakah komentar dimoderasi atau dimatikan?</translation>
    </message>
    <message>
      <source>Is their full name said or shown?</source>
      <translation>Apakah nama lengkapnya disebut atau ditampilkan?</translation>
    </message>
    <message>
      <source>Is an address, account or number of theirs said or shown?</source>
      <translation>Apakah alamat, akun, atau nomornya disebut atau ditampilkan?</translation>
    </message>
    <message>
      <source>Is anything on their religion, health, politics or sex life said or shown?</source>
      <translation>Apakah ada hal tentang agama, kesehatan, politik, atau kehidupan seksnya?</translation>
    </message>
    <message>
      <source>Did they agree to that expressly?</source>
      <translation>Apakah hal itu disetujui secara tegas?</translation>
    </message>
    <message>
      <source>Is a voice or face replaced by one that seems real?</source>
      <translation>Apakah suara atau wajah diganti sehingga tampak nyata?</translation>
    </message>
    <message>
      <source>Ask again</source>
      <translation>Tanya lagi</translation>
    </message>
    <message>
      <source>Blur the face</source>
      <translation>Kaburkan wajah</translation>
    </message>
    <message>
      <source>Mute the voice</source>
      <translation>Bisukan suara</translation>
    </message>
    <message>
      <source>Cut it out</source>
      <translation>Potong</translation>
    </message>
    <message>
      <source>It is my own…</source>
      <translation>Ini milik saya…</translation>
    </message>
    <message>
      <source>Change the plan</source>
      <translation>Ubah rencana</translation>
    </message>
    <message>
      <source>State it</source>
      <translation>Nyatakan</translation>
    </message>
    <message>
      <source>Add evidence</source>
      <translation>Tambah bukti pendukung</translation>
    </message>
    <message>
      <source>Check again</source>
      <translation>Periksa lagi</translation>
    </message>
    <message>
      <source>Tell viewers…</source>
      <translation>Beri tahu penonton…</translation>
    </message>
    <message>
      <source>Overrule…</source>
      <translation>Kesampingkan…</translation>
    </message>
    <message>
      <source>Blocks</source>
      <translation>Menghalangi</translation>
    </message>
    <message>
      <source>Warns</source>
      <translation>Memperingatkan</translation>
    </message>
    <message>
      <source>Overruled</source>
      <translation>Dikesampingkan</translation>
    </message>
    <message>
      <source>Holds</source>
      <translation>Terpenuhi</translation>
    </message>
    <message>
      <source>Blocks: not known</source>
      <translation>Menghalangi: tidak diketahui</translation>
    </message>
    <message>
      <source>Warns: not known</source>
      <translation>Memperingatkan: tidak diketahui</translation>
    </message>
    <message>
      <source>By this plan, the video may be published.</source>
      <translation>Menurut rencana ini, video boleh diterbitkan.</translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) stand in the way.</source>
      <translation>
        <numerusform>%n hal menghalangi.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n rule(s) warn.</source>
      <translation>
        <numerusform>%n aturan memperingatkan.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n rule(s) were overruled by you.</source>
      <translation>
        <numerusform>%n aturan Anda kesampingkan.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n rule(s) hold.</source>
      <translation>
        <numerusform>%n aturan terpenuhi.</numerusform>
      </translation>
    </message>
    <message>
      <source>Not stated</source>
      <translation>Belum dinyatakan</translation>
    </message>
    <message>
      <source>The rule is overruled.</source>
      <translation>Aturan dikesampingkan.</translation>
    </message>
    <message>
      <source>The rule counts again.</source>
      <translation>Aturan berlaku lagi.</translation>
    </message>
    <message>
      <source>It is noted what viewers are told.</source>
      <translation>Tercatat apa yang diberitahukan kepada penonton.</translation>
    </message>
    <message>
      <source>New videos begin with this plan.</source>
      <translation>Video baru dimulai dengan rencana ini.</translation>
    </message>
    <message>
      <source>{name} was written.</source>
      <translation>{name} sudah ditulis.</translation>
    </message>
    <message>
      <source>Take it off</source>
      <translation>Hapus</translation>
    </message>
    <message>
      <source>What was done</source>
      <translation>Apa yang dilakukan</translation>
    </message>
    <message>
      <source>Everybody</source>
      <translation>Semua orang</translation>
    </message>
    <message>
      <source>For whom</source>
      <translation>Untuk siapa</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>Di mana</translation>
    </message>
    <message>
      <source>When it came</source>
      <translation>Kapan datangnya</translation>
    </message>
    <message>
      <source>Somebody else</source>
      <translation>Orang lain</translation>
    </message>
    <message>
      <source>About whom</source>
      <translation>Tentang siapa</translation>
    </message>
    <message>
      <source>What you do about it</source>
      <translation>Apa yang Anda lakukan</translation>
    </message>
    <message>
      <source>Whose age</source>
      <translation>Usia siapa</translation>
    </message>
    <message>
      <source>Cleared by</source>
      <translation>Dihapus oleh</translation>
    </message>
    <message>
      <source>Two names, once two people cleared it</source>
      <translation>Dua nama, setelah dua orang menghapusnya</translation>
    </message>
    <message>
      <source>What viewers are told</source>
      <translation>Yang diberitahukan kepada penonton</translation>
    </message>
    <message>
      <source>Why it is overruled</source>
      <translation>Mengapa dikesampingkan</translation>
    </message>
    <message>
      <source>Face blurred</source>
      <translation>Wajah dikaburkan</translation>
    </message>
    <message>
      <source>Voice altered</source>
      <translation>Suara diubah</translation>
    </message>
    <message>
      <source>Place hidden</source>
      <translation>Tempat disembunyikan</translation>
    </message>
    <message>
      <source>Sound muted</source>
      <translation>Suara dibisukan</translation>
    </message>
    <message>
      <source>Their own condition met</source>
      <translation>Syaratnya sendiri terpenuhi</translation>
    </message>
    <message>
      <source>place not stated</source>
      <translation>tempat belum dinyatakan</translation>
    </message>
    <message>
      <source>the whole world</source>
      <translation>seluruh dunia</translation>
    </message>
    <message>
      <source>as soon as it is ready</source>
      <translation>segera setelah siap</translation>
    </message>
    <message>
      <source>money not stated</source>
      <translation>uang belum dinyatakan</translation>
    </message>
    <message>
      <source>with advertisements</source>
      <translation>dengan iklan</translation>
    </message>
    <message>
      <source>without advertisements</source>
      <translation>tanpa iklan</translation>
    </message>
    <message numerus="yes">
      <source>%n countries</source>
      <translation>
        <numerusform>%n negara</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>messages</name>
    <message>
      <source>This encrypted file cannot be used.</source>
      <translation>Berkas terenkripsi ini tidak dapat dipakai.</translation>
    </message>
    <message>
      <source>It is not an age file of the kind ConsentKit takes.</source>
      <translation>Ini bukan berkas age yang diterima ConsentKit.</translation>
    </message>
    <message>
      <source>Ask the sender for a fresh copy.</source>
      <translation>Minta salinan baru dari pengirim.</translation>
    </message>
    <message>
      <source>This is not an age key.</source>
      <translation>Ini bukan kunci age.</translation>
    </message>
    <message>
      <source>It begins with AGE-SECRET-KEY-1.</source>
      <translation>Diawali AGE-SECRET-KEY-1.</translation>
    </message>
    <message>
      <source>Correct it and try again.</source>
      <translation>Perbaiki lalu coba lagi.</translation>
    </message>
    <message>
      <source>No key opens this file.</source>
      <translation>Tidak ada kunci yang membuka berkas ini.</translation>
    </message>
    <message>
      <source>It was encrypted for somebody else, or changed on the way.</source>
      <translation>Ia dienkripsi untuk orang lain, atau berubah di jalan.</translation>
    </message>
    <message>
      <source>Give the key it was made for.</source>
      <translation>Berikan kunci yang dituju.</translation>
    </message>
    <message>
      <source>This is not an age recipient.</source>
      <translation>Ini bukan penerima age.</translation>
    </message>
    <message>
      <source>It begins with age1 and is 62 characters long.</source>
      <translation>Diawali age1 dan panjangnya 62 karakter.</translation>
    </message>
    <message>
      <source>This card cannot be used.</source>
      <translation>Kartu ini tidak dapat dipakai.</translation>
    </message>
    <message>
      <source>Nothing was changed.</source>
      <translation>Tidak ada yang berubah.</translation>
    </message>
    <message>
      <source>Open a fresh card under Ask.</source>
      <translation>Buka kartu baru di halaman Minta izin.</translation>
    </message>
    <message>
      <source>This card belongs to another permission already.</source>
      <translation>Kartu ini sudah menjadi bagian izin lain.</translation>
    </message>
    <message>
      <source>Each number stands for one asking alone, or it would show nothing.</source>
      <translation>Setiap nomor berlaku untuk satu permintaan saja; jika tidak, nomor itu tidak menunjukkan apa-apa.</translation>
    </message>
    <message>
      <source>Choose another card, or seal without one.</source>
      <translation>Pilih kartu lain, atau segel tanpa kartu.</translation>
    </message>
    <message>
      <source>This file cannot be attached.</source>
      <translation>Berkas ini tidak dapat dilampirkan.</translation>
    </message>
    <message>
      <source>Pictures, PDF, text and sound are taken.</source>
      <translation>Yang diterima gambar, PDF, teks, dan suara.</translation>
    </message>
    <message>
      <source>Choose another file.</source>
      <translation>Pilih berkas lain.</translation>
    </message>
    <message>
      <source>This authority is in the list already.</source>
      <translation>Otoritas ini sudah ada di daftar.</translation>
    </message>
    <message>
      <source>Tick it there.</source>
      <translation>Centang di sana.</translation>
    </message>
    <message>
      <source>There are too many authorities.</source>
      <translation>Terlalu banyak otoritas.</translation>
    </message>
    <message>
      <source>Remove one first.</source>
      <translation>Hapus satu dulu.</translation>
    </message>
    <message>
      <source>This certificate file is too large.</source>
      <translation>Berkas sertifikat ini terlalu besar.</translation>
    </message>
    <message>
      <source>Choose a PEM file with the authority's root alone.</source>
      <translation>Pilih berkas PEM berisi akar otoritas itu saja.</translation>
    </message>
    <message>
      <source>There is no certificate in this file.</source>
      <translation>Tidak ada sertifikat dalam berkas ini.</translation>
    </message>
    <message>
      <source>It must be PEM text with BEGIN CERTIFICATE.</source>
      <translation>Harus berupa teks PEM dengan BEGIN CERTIFICATE.</translation>
    </message>
    <message>
      <source>This is not a web address.</source>
      <translation>Ini bukan alamat web.</translation>
    </message>
    <message>
      <source>An authority is asked over https:// or http://.</source>
      <translation>Otoritas dihubungi lewat https:// atau http://.</translation>
    </message>
    <message>
      <source>This backup cannot be used.</source>
      <translation>Cadangan ini tidak dapat dipakai.</translation>
    </message>
    <message>
      <source>It is not what was written when it was made.</source>
      <translation>Isinya bukan yang ditulis saat dibuat.</translation>
    </message>
    <message>
      <source>Choose an older backup.</source>
      <translation>Pilih cadangan yang lebih lama.</translation>
    </message>
    <message>
      <source>The backup cannot go there.</source>
      <translation>Cadangan tidak dapat disimpan di sana.</translation>
    </message>
    <message>
      <source>The folder is inside the vault or holds something already.</source>
      <translation>Foldernya ada di dalam brankas atau sudah berisi.</translation>
    </message>
    <message>
      <source>Choose an empty folder, best on another disk.</source>
      <translation>Pilih folder kosong, sebaiknya di disk lain.</translation>
    </message>
    <message>
      <source>This is not what its format says.</source>
      <translation>Ini tidak sesuai formatnya.</translation>
    </message>
    <message>
      <source>In this state it proves nothing.</source>
      <translation>Dalam keadaan ini ia tidak membuktikan apa pun.</translation>
    </message>
    <message>
      <source>Something inside ConsentKit does not fit.</source>
      <translation>Ada yang tidak cocok di dalam ConsentKit.</translation>
    </message>
    <message>
      <source>What was sealed before is safe.</source>
      <translation>Yang sudah disegel tetap aman.</translation>
    </message>
    <message>
      <source>If it comes back, please report it.</source>
      <translation>Jika terulang, mohon laporkan.</translation>
    </message>
    <message>
      <source>A piece of evidence is missing.</source>
      <translation>Ada barang bukti yang hilang.</translation>
    </message>
    <message>
      <source>Its record stays; what it rests on cannot be shown.</source>
      <translation>Catatannya tetap ada; dasarnya tidak dapat ditunjukkan.</translation>
    </message>
    <message>
      <source>Run the vault check under Settings.</source>
      <translation>Jalankan pemeriksaan brankas di Setelan.</translation>
    </message>
    <message>
      <source>This proof file is not as it was made.</source>
      <translation>Berkas bukti ini tidak seperti saat dibuat.</translation>
    </message>
    <message>
      <source>This proof file is empty.</source>
      <translation>Berkas bukti ini kosong.</translation>
    </message>
    <message>
      <source>This is not a proof file.</source>
      <translation>Ini bukan berkas bukti.</translation>
    </message>
    <message>
      <source>A proof ends in .consentproof.</source>
      <translation>Berkas bukti berakhiran .consentproof.</translation>
    </message>
    <message>
      <source>This proof file ends too early.</source>
      <translation>Berkas bukti ini terpotong.</translation>
    </message>
    <message>
      <source>It was not copied whole.</source>
      <translation>Ia tidak tersalin utuh.</translation>
    </message>
    <message>
      <source>The certificate could not be set.</source>
      <translation>Sertifikat tidak dapat disusun.</translation>
    </message>
    <message>
      <source>The proof was not exported.</source>
      <translation>Bukti tidak diekspor.</translation>
    </message>
    <message>
      <source>This step is not allowed here.</source>
      <translation>Langkah ini tidak diizinkan di sini.</translation>
    </message>
    <message>
      <source>The rules of consent do not allow it.</source>
      <translation>Aturan persetujuan tidak mengizinkannya.</translation>
    </message>
    <message>
      <source>Look again with F5.</source>
      <translation>Muat ulang dengan F5.</translation>
    </message>
    <message>
      <source>A permission needs an adult.</source>
      <translation>Izin memerlukan orang dewasa.</translation>
    </message>
    <message>
      <source>The person has not said to be of age.</source>
      <translation>Orang ini belum menyatakan sudah dewasa.</translation>
    </message>
    <message>
      <source>Mark that they said so, or do not use it.</source>
      <translation>Tandai jika ia menyatakannya, atau jangan dipakai.</translation>
    </message>
    <message>
      <source>This permission is on legal hold.</source>
      <translation>Izin ini ditahan untuk keperluan hukum.</translation>
    </message>
    <message>
      <source>It must not be erased while the hold lasts.</source>
      <translation>Tidak boleh dihapus selama penahanan.</translation>
    </message>
    <message>
      <source>Lift the hold first.</source>
      <translation>Lepaskan penahanannya dulu.</translation>
    </message>
    <message>
      <source>Only the partner withdraws.</source>
      <translation>Hanya lawan bicara yang dapat mencabut.</translation>
    </message>
    <message>
      <source>When you end it yourself, it is revoked.</source>
      <translation>Jika Anda yang mengakhiri, itu pembatalan.</translation>
    </message>
    <message>
      <source>Choose Revoke instead.</source>
      <translation>Pilih Batalkan.</translation>
    </message>
    <message>
      <source>They said no less than {days} days ago.</source>
      <translation>Mereka menolak kurang dari {days} hari lalu.</translation>
    </message>
    <message>
      <source>Asking again so soon would be pressing them.</source>
      <translation>Meminta lagi secepat itu berarti mendesak.</translation>
    </message>
    <message>
      <source>Wait, unless they begin themselves.</source>
      <translation>Tunggu, kecuali mereka yang memulai.</translation>
    </message>
    <message>
      <source>The new term ends in the past.</source>
      <translation>Masa baru berakhir di masa lalu.</translation>
    </message>
    <message>
      <source>Choose a later day.</source>
      <translation>Pilih hari yang lebih lambat.</translation>
    </message>
    <message>
      <source>The conversations cannot be changed like this.</source>
      <translation>Percakapan tidak dapat diubah seperti ini.</translation>
    </message>
    <message>
      <source>A permission refers to this conversation.</source>
      <translation>Ada izin yang merujuk percakapan ini.</translation>
    </message>
    <message>
      <source>Change it in the permission instead.</source>
      <translation>Ubah di izinnya.</translation>
    </message>
    <message>
      <source>There is no conversation at this moment.</source>
      <translation>Tidak ada percakapan di saat ini.</translation>
    </message>
    <message>
      <source>Move the playhead into one.</source>
      <translation>Geser penunjuk putar ke dalamnya.</translation>
    </message>
    <message>
      <source>This conversation is no longer there.</source>
      <translation>Percakapan ini sudah tidak ada.</translation>
    </message>
    <message>
      <source>Another conversation lies between them.</source>
      <translation>Ada percakapan lain di antaranya.</translation>
    </message>
    <message>
      <source>Join neighbours only.</source>
      <translation>Gabungkan yang bersebelahan saja.</translation>
    </message>
    <message>
      <source>A conversation would leave the recording.</source>
      <translation>Percakapan akan keluar dari rekaman.</translation>
    </message>
    <message>
      <source>Two conversations would overlap.</source>
      <translation>Dua percakapan akan bertumpuk.</translation>
    </message>
    <message>
      <source>That is too short for a conversation.</source>
      <translation>Itu terlalu pendek untuk percakapan.</translation>
    </message>
    <message>
      <source>Make it at least half a second long.</source>
      <translation>Buat setidaknya setengah detik.</translation>
    </message>
    <message>
      <source>The demo could not be made.</source>
      <translation>Demo tidak dapat dibuat.</translation>
    </message>
    <message>
      <source>Try again.</source>
      <translation>Coba lagi.</translation>
    </message>
    <message>
      <source>The demo's folder holds something else.</source>
      <translation>Folder demo berisi hal lain.</translation>
    </message>
    <message>
      <source>Move it away and try again.</source>
      <translation>Pindahkan lalu coba lagi.</translation>
    </message>
    <message>
      <source>The disk did not do its part.</source>
      <translation>Disk tidak bekerja semestinya.</translation>
    </message>
    <message>
      <source>The disk is full.</source>
      <translation>Disk penuh.</translation>
    </message>
    <message>
      <source>Nothing half-done was kept.</source>
      <translation>Tidak ada yang tersimpan setengah jadi.</translation>
    </message>
    <message>
      <source>Free some space, then try again.</source>
      <translation>Kosongkan ruang, lalu coba lagi.</translation>
    </message>
    <message>
      <source>This disk cannot guard a vault.</source>
      <translation>Disk ini tidak dapat menjaga brankas.</translation>
    </message>
    <message>
      <source>It does not keep two programs from writing at once.</source>
      <translation>Ia tidak mencegah dua program menulis bersamaan.</translation>
    </message>
    <message>
      <source>Keep the vault on a disk of this computer.</source>
      <translation>Simpan brankas di disk komputer ini.</translation>
    </message>
    <message>
      <source>This place may not be written to.</source>
      <translation>Tempat ini tidak boleh ditulis.</translation>
    </message>
    <message>
      <source>Choose another folder, or allow writing there.</source>
      <translation>Pilih folder lain, atau izinkan menulis di sana.</translation>
    </message>
    <message>
      <source>It is no longer there.</source>
      <translation>Itu sudah tidak ada.</translation>
    </message>
    <message>
      <source>The permission is not complete.</source>
      <translation>Izin belum lengkap.</translation>
    </message>
    <message>
      <source>The answer lies outside this conversation.</source>
      <translation>Jawaban berada di luar percakapan ini.</translation>
    </message>
    <message>
      <source>Somebody else may be speaking there.</source>
      <translation>Bisa jadi orang lain yang berbicara di sana.</translation>
    </message>
    <message>
      <source>Mark the answer inside, or move the edges of the conversation.</source>
      <translation>Tandai jawaban di dalamnya, atau geser batas percakapan.</translation>
    </message>
    <message>
      <source>Every purpose needs an answer.</source>
      <translation>Setiap tujuan memerlukan jawaban.</translation>
    </message>
    <message>
      <source>Answer each one by itself.</source>
      <translation>Jawab satu per satu.</translation>
    </message>
    <message>
      <source>It is not said which part this is about.</source>
      <translation>Belum disebut bagian mana yang dimaksud.</translation>
    </message>
    <message>
      <source>Choose a conversation or mark a clip.</source>
      <translation>Pilih percakapan atau tandai klip.</translation>
    </message>
    <message>
      <source>A yes is written down where no yes was heard.</source>
      <translation>Tertulis ya, padahal tidak terdengar ya.</translation>
    </message>
    <message>
      <source>What was heard decides: a no or an unclear answer stands for every purpose.</source>
      <translation>Yang menentukan adalah yang terdengar: tidak atau jawaban tak jelas berlaku untuk semua tujuan.</translation>
    </message>
    <message>
      <source>Listen again, and set what you heard.</source>
      <translation>Dengarkan lagi, lalu atur apa yang Anda dengar.</translation>
    </message>
    <message>
      <source>That did not work.</source>
      <translation>Itu tidak berhasil.</translation>
    </message>
    <message>
      <source>This entry is not complete.</source>
      <translation>Entri ini belum lengkap.</translation>
    </message>
    <message>
      <source>This would happen in the future.</source>
      <translation>Ini akan terjadi di masa depan.</translation>
    </message>
    <message>
      <source>An entry tells what has happened already.</source>
      <translation>Entri mencatat apa yang sudah terjadi.</translation>
    </message>
    <message>
      <source>Look at the date, and at this computer's clock.</source>
      <translation>Periksa tanggalnya, dan jam komputer ini.</translation>
    </message>
    <message>
      <source>A reason is needed.</source>
      <translation>Alasan diperlukan.</translation>
    </message>
    <message>
      <source>It stays in the log for those who ask later.</source>
      <translation>Ia tersimpan di log untuk yang bertanya nanti.</translation>
    </message>
    <message>
      <source>Write one sentence.</source>
      <translation>Tulis satu kalimat.</translation>
    </message>
    <message>
      <source>The marks do not fit together.</source>
      <translation>Penandanya tidak cocok.</translation>
    </message>
    <message>
      <source>The answer must come after its question.</source>
      <translation>Jawaban harus setelah pertanyaannya.</translation>
    </message>
    <message>
      <source>Set the marks again.</source>
      <translation>Atur ulang penandanya.</translation>
    </message>
    <message>
      <source>This piece of evidence is no longer there.</source>
      <translation>Barang bukti ini sudah tidak ada.</translation>
    </message>
    <message>
      <source>The excerpt could not be cut.</source>
      <translation>Cuplikan tidak dapat dipotong.</translation>
    </message>
    <message>
      <source>The excerpt is not from this recording as sealed.</source>
      <translation>Cuplikan bukan dari rekaman yang disegel.</translation>
    </message>
    <message>
      <source>Its content and its proof do not match.</source>
      <translation>Isi dan buktinya tidak cocok.</translation>
    </message>
    <message>
      <source>The excerpt lies outside the recording.</source>
      <translation>Cuplikan berada di luar rekaman.</translation>
    </message>
    <message>
      <source>The excerpt is too long.</source>
      <translation>Cuplikan terlalu panjang.</translation>
    </message>
    <message>
      <source>Question and answer take a minute, not a quarter of an hour.</source>
      <translation>Tanya jawab cukup semenit, bukan seperempat jam.</translation>
    </message>
    <message>
      <source>More faces were found than can be told apart.</source>
      <translation>Wajah yang ditemukan lebih banyak daripada yang dapat dibedakan.</translation>
    </message>
    <message>
      <source>The video was not changed.</source>
      <translation>Videonya tidak diubah.</translation>
    </message>
    <message>
      <source>Hide the picture there, or choose shorter stretches.</source>
      <translation>Sembunyikan gambar di sana, atau pilih bagian yang lebih pendek.</translation>
    </message>
    <message>
      <source>The file cannot be used.</source>
      <translation>Berkas tidak dapat dipakai.</translation>
    </message>
    <message>
      <source>This is not an ordinary file.</source>
      <translation>Ini bukan berkas biasa.</translation>
    </message>
    <message>
      <source>Reading the file broke off.</source>
      <translation>Pembacaan berkas terputus.</translation>
    </message>
    <message>
      <source>The disk or its cable may be at fault.</source>
      <translation>Mungkin disk atau kabelnya bermasalah.</translation>
    </message>
    <message>
      <source>The file cannot be opened.</source>
      <translation>Berkas tidak dapat dibuka.</translation>
    </message>
    <message>
      <source>See that the file is there and may be read.</source>
      <translation>Pastikan berkas itu ada dan boleh dibaca.</translation>
    </message>
    <message>
      <source>This cannot be used.</source>
      <translation>Ini tidak dapat dipakai.</translation>
    </message>
    <message>
      <source>This is larger than ConsentKit accepts.</source>
      <translation>Ini melebihi batas ConsentKit.</translation>
    </message>
    <message>
      <source>Choose something smaller.</source>
      <translation>Pilih yang lebih kecil.</translation>
    </message>
    <message>
      <source>ConsentKit is not installed completely.</source>
      <translation>ConsentKit tidak terpasang lengkap.</translation>
    </message>
    <message>
      <source>A file it needs is missing or was changed.</source>
      <translation>Berkas yang diperlukan hilang atau berubah.</translation>
    </message>
    <message>
      <source>Install ConsentKit again.</source>
      <translation>Pasang ulang ConsentKit.</translation>
    </message>
    <message>
      <source>The signature is not by the key it names.</source>
      <translation>Tanda tangan bukan dari kunci yang disebut.</translation>
    </message>
    <message>
      <source>ConsentKit is closing.</source>
      <translation>ConsentKit sedang menutup.</translation>
    </message>
    <message>
      <source>Open it again and repeat the step.</source>
      <translation>Buka lagi dan ulangi langkahnya.</translation>
    </message>
    <message>
      <source>A signature does not hold.</source>
      <translation>Sebuah tanda tangan tidak sah.</translation>
    </message>
    <message>
      <source>The log does not hold together.</source>
      <translation>Log tidak utuh.</translation>
    </message>
    <message>
      <source>An entry was changed, or the proof of it is not from this log.</source>
      <translation>Ada entri yang berubah, atau buktinya bukan dari log ini.</translation>
    </message>
    <message>
      <source>Do not delete anything. Look under Activity and compare with your newest backup.</source>
      <translation>Jangan hapus apa pun. Lihat Aktivitas dan bandingkan dengan cadangan terbaru.</translation>
    </message>
    <message>
      <source>The signature under the log does not hold.</source>
      <translation>Tanda tangan pada log tidak sah.</translation>
    </message>
    <message>
      <source>Someone without the vault's key wrote to it. Proofs from here no longer hold.</source>
      <translation>Seseorang tanpa kunci brankas menulis di sana. Bukti dari sini tidak lagi sah.</translation>
    </message>
    <message>
      <source>The log is not signed yet.</source>
      <translation>Log belum ditandatangani.</translation>
    </message>
    <message>
      <source>A proof needs a signed state of the log.</source>
      <translation>Bukti memerlukan log yang ditandatangani.</translation>
    </message>
    <message>
      <source>Seal the permission first.</source>
      <translation>Segel izinnya dulu.</translation>
    </message>
    <message>
      <source>The computer's clock was set back.</source>
      <translation>Jam komputer dimundurkan.</translation>
    </message>
    <message>
      <source>New entries would seem older than the last ones.</source>
      <translation>Entri baru akan tampak lebih lama dari yang terakhir.</translation>
    </message>
    <message>
      <source>Set the clock right.</source>
      <translation>Betulkan jamnya.</translation>
    </message>
    <message>
      <source>Entries of the log were changed.</source>
      <translation>Entri log telah diubah.</translation>
    </message>
    <message>
      <source>Proofs from here no longer hold.</source>
      <translation>Bukti dari sini tidak lagi sah.</translation>
    </message>
    <message>
      <source>The vault has another history than last time.</source>
      <translation>Riwayat brankas berbeda dari sebelumnya.</translation>
    </message>
    <message>
      <source>Two copies were written to, or entries were replaced.</source>
      <translation>Dua salinan ditulisi, atau entri diganti.</translation>
    </message>
    <message>
      <source>The key that signs the log is missing.</source>
      <translation>Kunci penanda tangan log hilang.</translation>
    </message>
    <message>
      <source>Nothing can be sealed without it; what was sealed before stays readable.</source>
      <translation>Tanpa kunci itu tidak ada yang bisa disegel; yang sudah disegel tetap terbaca.</translation>
    </message>
    <message>
      <source>Restore your newest backup into another folder and go on there.</source>
      <translation>Pulihkan cadangan terbaru ke folder lain dan lanjutkan di sana.</translation>
    </message>
    <message>
      <source>The vault is older than the one last seen.</source>
      <translation>Brankas lebih lama dari yang terakhir dilihat.</translation>
    </message>
    <message>
      <source>Someone put an old copy in its place, or you restored a backup.</source>
      <translation>Ada yang menaruh salinan lama, atau Anda memulihkan cadangan.</translation>
    </message>
    <message>
      <source>This recording cannot be read.</source>
      <translation>Rekaman ini tidak dapat dibaca.</translation>
    </message>
    <message>
      <source>Copy it from the device again, or add another recording.</source>
      <translation>Salin lagi dari perangkat, atau tambahkan rekaman lain.</translation>
    </message>
    <message>
      <source>This file is empty.</source>
      <translation>Berkas ini kosong.</translation>
    </message>
    <message>
      <source>The recording was not finished.</source>
      <translation>Rekaman tidak selesai ditulis.</translation>
    </message>
    <message>
      <source>Its table of contents is missing, as after a crash.</source>
      <translation>Daftar isinya hilang, seperti setelah macet.</translation>
    </message>
    <message>
      <source>Repair it in the program that recorded it, then add it again.</source>
      <translation>Perbaiki di program perekamnya, lalu tambahkan lagi.</translation>
    </message>
    <message>
      <source>This recording needs more memory than is allowed.</source>
      <translation>Rekaman ini butuh memori melebihi batas.</translation>
    </message>
    <message>
      <source>There is no picture at this place.</source>
      <translation>Tidak ada gambar di tempat ini.</translation>
    </message>
    <message>
      <source>Choose another moment.</source>
      <translation>Pilih saat lain.</translation>
    </message>
    <message>
      <source>There is neither picture nor sound in it.</source>
      <translation>Tidak ada gambar maupun suara di dalamnya.</translation>
    </message>
    <message>
      <source>This is not a video.</source>
      <translation>Ini bukan video.</translation>
    </message>
    <message>
      <source>Taken are mp4, mkv, mov, webm, flv and avi.</source>
      <translation>Yang diterima mp4, mkv, mov, webm, flv, dan avi.</translation>
    </message>
    <message>
      <source>Nothing in this recording can be decoded.</source>
      <translation>Tidak ada yang dapat dibuka dari rekaman ini.</translation>
    </message>
    <message>
      <source>The file is damaged from its beginning.</source>
      <translation>Berkas rusak sejak awal.</translation>
    </message>
    <message>
      <source>Reading this recording was broken off.</source>
      <translation>Pembacaan rekaman ini terputus.</translation>
    </message>
    <message>
      <source>The reader is kept apart, so nothing else was harmed.</source>
      <translation>Pembacanya terpisah, jadi yang lain tidak terganggu.</translation>
    </message>
    <message>
      <source>There is too little memory.</source>
      <translation>Memori tidak cukup.</translation>
    </message>
    <message>
      <source>Close other programs and try again.</source>
      <translation>Tutup program lain lalu coba lagi.</translation>
    </message>
    <message>
      <source>The time authority cannot be reached.</source>
      <translation>Otoritas waktu tidak dapat dihubungi.</translation>
    </message>
    <message>
      <source>Your records are sealed; only the outside proof of time is still missing.</source>
      <translation>Catatan Anda sudah disegel; hanya bukti waktu dari luar yang belum ada.</translation>
    </message>
    <message>
      <source>ConsentKit asks again by itself.</source>
      <translation>ConsentKit akan meminta lagi sendiri.</translation>
    </message>
    <message>
      <source>The time authority did not answer in time.</source>
      <translation>Otoritas waktu tidak menjawab tepat waktu.</translation>
    </message>
    <message>
      <source>A signature of the log does not hold.</source>
      <translation>Tanda tangan log tidak sah.</translation>
    </message>
    <message>
      <source>This text for asking cannot be used.</source>
      <translation>Teks permintaan ini tidak dapat dipakai.</translation>
    </message>
    <message>
      <source>It is incomplete or not there in this language.</source>
      <translation>Teksnya tidak lengkap atau tidak ada dalam bahasa ini.</translation>
    </message>
    <message>
      <source>Choose another language.</source>
      <translation>Pilih bahasa lain.</translation>
    </message>
    <message>
      <source>The consent number does not fit.</source>
      <translation>Nomor izin tidak cocok.</translation>
    </message>
    <message>
      <source>It does not come from the time stamp it names.</source>
      <translation>Nomornya bukan dari cap waktu yang disebut.</translation>
    </message>
    <message>
      <source>The partner's signature does not hold.</source>
      <translation>Tanda tangan lawan bicara tidak sah.</translation>
    </message>
    <message>
      <source>This cannot be said of a person like that.</source>
      <translation>Keterangan orang ini tidak dapat dipakai.</translation>
    </message>
    <message>
      <source>This is not a country.</source>
      <translation>Ini bukan negara.</translation>
    </message>
    <message>
      <source>Choose one from the list.</source>
      <translation>Pilih dari daftar.</translation>
    </message>
    <message>
      <source>This is not a language.</source>
      <translation>Ini bukan bahasa.</translation>
    </message>
    <message>
      <source>Your profile is not complete.</source>
      <translation>Profil Anda belum lengkap.</translation>
    </message>
    <message>
      <source>The person asked must hear who asks and how to reach you.</source>
      <translation>Yang ditanya harus tahu siapa yang meminta dan cara menghubungi.</translation>
    </message>
    <message>
      <source>Fill it in under Settings, Profile.</source>
      <translation>Lengkapi di Setelan, Profil.</translation>
    </message>
    <message>
      <source>The proof could not be made.</source>
      <translation>Bukti tidak dapat dibuat.</translation>
    </message>
    <message>
      <source>This proof is encrypted.</source>
      <translation>Bukti ini terenkripsi.</translation>
    </message>
    <message>
      <source>It opens with the key of whom it was made for.</source>
      <translation>Ia terbuka dengan kunci penerimanya.</translation>
    </message>
    <message>
      <source>Give the key, or ask for an open copy.</source>
      <translation>Berikan kuncinya, atau minta salinan terbuka.</translation>
    </message>
    <message>
      <source>The receipt does not fit the rest of the proof.</source>
      <translation>Tanda terima tidak cocok dengan bukti lainnya.</translation>
    </message>
    <message>
      <source>This permission cannot be used like this.</source>
      <translation>Izin ini tidak dapat dipakai seperti ini.</translation>
    </message>
    <message>
      <source>This permission was erased.</source>
      <translation>Izin ini sudah dihapus.</translation>
    </message>
    <message>
      <source>Its key was destroyed; nobody can read it any more.</source>
      <translation>Kuncinya dimusnahkan; tidak ada yang dapat membacanya.</translation>
    </message>
    <message>
      <source>At least one purpose is needed.</source>
      <translation>Setidaknya satu tujuan diperlukan.</translation>
    </message>
    <message>
      <source>Choose what was agreed to.</source>
      <translation>Pilih yang disetujui.</translation>
    </message>
    <message>
      <source>This permission is no longer there.</source>
      <translation>Izin ini sudah tidak ada.</translation>
    </message>
    <message>
      <source>The recording cannot be used now.</source>
      <translation>Rekaman tidak dapat dipakai sekarang.</translation>
    </message>
    <message>
      <source>The recording was changed since it was added.</source>
      <translation>Rekaman berubah sejak ditambahkan.</translation>
    </message>
    <message>
      <source>An excerpt can only come from the recording as it was sealed.</source>
      <translation>Cuplikan hanya boleh dari rekaman seperti saat disegel.</translation>
    </message>
    <message>
      <source>Bring the original back, or add this one as a new recording.</source>
      <translation>Kembalikan aslinya, atau tambahkan sebagai rekaman baru.</translation>
    </message>
    <message>
      <source>The recording is still being written.</source>
      <translation>Rekaman masih ditulis.</translation>
    </message>
    <message>
      <source>Stop recording or wait for the copy to end.</source>
      <translation>Hentikan perekaman atau tunggu salinannya selesai.</translation>
    </message>
    <message>
      <source>Permissions refer to this recording.</source>
      <translation>Ada izin yang merujuk rekaman ini.</translation>
    </message>
    <message>
      <source>Without it their evidence would stand alone.</source>
      <translation>Tanpa rekaman ini buktinya berdiri sendiri.</translation>
    </message>
    <message>
      <source>Erase those permissions first.</source>
      <translation>Hapus izin-izin itu dulu.</translation>
    </message>
    <message>
      <source>The recording is not where it was.</source>
      <translation>Rekaman tidak di tempatnya.</translation>
    </message>
    <message>
      <source>It was moved, renamed or is on a disk that is not connected.</source>
      <translation>Ia dipindah, diganti nama, atau di disk yang tidak tersambung.</translation>
    </message>
    <message>
      <source>Connect the disk, or show where it is.</source>
      <translation>Sambungkan disknya, atau tunjukkan tempatnya.</translation>
    </message>
    <message>
      <source>This recording is no longer there.</source>
      <translation>Rekaman ini sudah tidak ada.</translation>
    </message>
    <message>
      <source>This is another file.</source>
      <translation>Ini berkas lain.</translation>
    </message>
    <message>
      <source>Its content differs from what was sealed.</source>
      <translation>Isinya berbeda dari yang disegel.</translation>
    </message>
    <message>
      <source>The recovery sheet could not be made.</source>
      <translation>Lembar pemulihan tidak dapat dibuat.</translation>
    </message>
    <message>
      <source>These are not recovery words.</source>
      <translation>Ini bukan kata pemulihan.</translation>
    </message>
    <message>
      <source>There are 24, each from a fixed list.</source>
      <translation>Ada 24, masing-masing dari daftar tetap.</translation>
    </message>
    <message>
      <source>Look for a word that was misread.</source>
      <translation>Cari kata yang salah baca.</translation>
    </message>
    <message>
      <source>These are not the words of the sheet.</source>
      <translation>Ini bukan kata di lembar itu.</translation>
    </message>
    <message>
      <source>Look at the numbers and type them again.</source>
      <translation>Lihat nomornya dan ketik lagi.</translation>
    </message>
    <message>
      <source>An outside service said no.</source>
      <translation>Layanan luar menolak.</translation>
    </message>
    <message>
      <source>The computer could not do it.</source>
      <translation>Komputer tidak dapat melakukannya.</translation>
    </message>
    <message>
      <source>This permission would allow nothing or never end.</source>
      <translation>Izin ini tidak mengizinkan apa pun atau tak berakhir.</translation>
    </message>
    <message>
      <source>The term is not possible.</source>
      <translation>Masa berlakunya tidak mungkin.</translation>
    </message>
    <message>
      <source>It must end after it begins, and within 25 years.</source>
      <translation>Harus berakhir setelah mulai, dan dalam 25 tahun.</translation>
    </message>
    <message>
      <source>The list changed in the meantime.</source>
      <translation>Daftar sudah berubah.</translation>
    </message>
    <message>
      <source>This step is not possible now.</source>
      <translation>Langkah ini tidak mungkin sekarang.</translation>
    </message>
    <message>
      <source>There is no picture at this moment.</source>
      <translation>Tidak ada gambar pada saat ini.</translation>
    </message>
    <message>
      <source>This text has characters that cannot be kept.</source>
      <translation>Teks ini berisi karakter yang tidak dapat disimpan.</translation>
    </message>
    <message>
      <source>Type it instead of pasting it.</source>
      <translation>Ketik, jangan ditempel.</translation>
    </message>
    <message>
      <source>Something is missing here.</source>
      <translation>Ada yang belum diisi.</translation>
    </message>
    <message>
      <source>Fill in the empty field.</source>
      <translation>Isi kolom yang kosong.</translation>
    </message>
    <message>
      <source>This text is too long.</source>
      <translation>Teks ini terlalu panjang.</translation>
    </message>
    <message>
      <source>At most {limit} characters are taken.</source>
      <translation>Paling banyak {limit} karakter.</translation>
    </message>
    <message>
      <source>The time stamp does not hold.</source>
      <translation>Cap waktu tidak sah.</translation>
    </message>
    <message>
      <source>Test the authority under Settings, or choose another.</source>
      <translation>Uji otoritas waktu di Setelan, atau pilih yang lain.</translation>
    </message>
    <message>
      <source>This time stamp is a demonstration.</source>
      <translation>Cap waktu ini hanya demonstrasi.</translation>
    </message>
    <message>
      <source>It proves nothing to anybody.</source>
      <translation>Ia tidak membuktikan apa pun.</translation>
    </message>
    <message>
      <source>Use a public time authority for real permissions.</source>
      <translation>Pakai otoritas waktu publik untuk izin sungguhan.</translation>
    </message>
    <message>
      <source>The time authority answered with an error.</source>
      <translation>Otoritas waktu menjawab dengan galat.</translation>
    </message>
    <message>
      <source>This is not a date with a time zone.</source>
      <translation>Ini bukan tanggal dengan zona waktu.</translation>
    </message>
    <message>
      <source>There is no time stamp yet.</source>
      <translation>Belum ada cap waktu.</translation>
    </message>
    <message>
      <source>A proof needs at least one.</source>
      <translation>Bukti memerlukan setidaknya satu.</translation>
    </message>
    <message>
      <source>Wait for it, or try now in the status bar.</source>
      <translation>Tunggu, atau coba sekarang di bilah status.</translation>
    </message>
    <message>
      <source>The address does not answer like a time authority.</source>
      <translation>Alamat itu tidak menjawab seperti otoritas waktu.</translation>
    </message>
    <message>
      <source>These times do not make a range.</source>
      <translation>Waktu ini bukan rentang.</translation>
    </message>
    <message>
      <source>The time authority refused the request.</source>
      <translation>Otoritas waktu menolak permintaan.</translation>
    </message>
    <message>
      <source>This is not a time.</source>
      <translation>Ini bukan waktu.</translation>
    </message>
    <message>
      <source>Times look like 1:02:33.4.</source>
      <translation>Waktu ditulis seperti 1:02:33.4.</translation>
    </message>
    <message>
      <source>The time stamp leads to no root that is trusted.</source>
      <translation>Cap waktu tidak berujung pada akar tepercaya.</translation>
    </message>
    <message>
      <source>Whether that authority is real cannot be told.</source>
      <translation>Tidak dapat dipastikan otoritas itu asli.</translation>
    </message>
    <message>
      <source>Add the authority's root certificate under Settings.</source>
      <translation>Tambahkan sertifikat akarnya di Setelan.</translation>
    </message>
    <message>
      <source>The address of the time authority is not right.</source>
      <translation>Alamat otoritas waktu salah.</translation>
    </message>
    <message>
      <source>The vault does not allow this now.</source>
      <translation>Brankas tidak mengizinkan ini sekarang.</translation>
    </message>
    <message>
      <source>Something in the vault is not as it was written.</source>
      <translation>Ada isi brankas yang tidak seperti saat ditulis.</translation>
    </message>
    <message>
      <source>A disk fault or someone else changed it. The rest stays readable.</source>
      <translation>Kerusakan disk atau orang lain mengubahnya. Sisanya tetap terbaca.</translation>
    </message>
    <message>
      <source>The vault is busy.</source>
      <translation>Brankas sedang sibuk.</translation>
    </message>
    <message>
      <source>The vault is locked.</source>
      <translation>Brankas terkunci.</translation>
    </message>
    <message>
      <source>What was being done was stopped.</source>
      <translation>Pekerjaan yang berjalan dihentikan.</translation>
    </message>
    <message>
      <source>Unlock it and try again.</source>
      <translation>Buka kuncinya lalu coba lagi.</translation>
    </message>
    <message>
      <source>There is something in this place already.</source>
      <translation>Sudah ada sesuatu di tempat ini.</translation>
    </message>
    <message>
      <source>Choose another name or another folder.</source>
      <translation>Pilih nama atau folder lain.</translation>
    </message>
    <message>
      <source>This vault has a passphrase already.</source>
      <translation>Brankas ini sudah punya frasa sandi.</translation>
    </message>
    <message>
      <source>Change it under Settings.</source>
      <translation>Ubah di Setelan.</translation>
    </message>
    <message>
      <source>What was last seen of the log could not be noted.</source>
      <translation>Catatan log terakhir tidak dapat disimpan.</translation>
    </message>
    <message>
      <source>A restored old copy would not be noticed next time.</source>
      <translation>Salinan lama yang dipulihkan tidak akan ketahuan nanti.</translation>
    </message>
    <message>
      <source>See that the settings folder may be written to.</source>
      <translation>Pastikan folder setelan boleh ditulis.</translation>
    </message>
    <message>
      <source>The vault's header cannot be read.</source>
      <translation>Kepala brankas tidak terbaca.</translation>
    </message>
    <message>
      <source>Without it the vault cannot be opened.</source>
      <translation>Tanpa itu brankas tidak dapat dibuka.</translation>
    </message>
    <message>
      <source>Restore the newest backup beside it and compare.</source>
      <translation>Pulihkan cadangan terbaru di sampingnya lalu bandingkan.</translation>
    </message>
    <message>
      <source>The vault's header was changed.</source>
      <translation>Kepala brankas telah diubah.</translation>
    </message>
    <message>
      <source>It is not the one this vault was sealed with.</source>
      <translation>Itu bukan kepala asli brankas ini.</translation>
    </message>
    <message>
      <source>Another program has this vault open.</source>
      <translation>Program lain sedang membuka brankas ini.</translation>
    </message>
    <message>
      <source>Only one may write at a time.</source>
      <translation>Hanya satu yang boleh menulis pada satu waktu.</translation>
    </message>
    <message>
      <source>Close the other one, or open it read-only.</source>
      <translation>Tutup yang lain, atau buka hanya-baca.</translation>
    </message>
    <message>
      <source>The vault asks for an unreasonable amount of work.</source>
      <translation>Brankas meminta kerja yang tidak wajar.</translation>
    </message>
    <message>
      <source>Its header may have been changed to harm this computer.</source>
      <translation>Kepalanya mungkin diubah untuk merugikan komputer ini.</translation>
    </message>
    <message>
      <source>There is too little memory to open the vault.</source>
      <translation>Memori tidak cukup untuk membuka brankas.</translation>
    </message>
    <message>
      <source>Guessing is made costly with memory on purpose.</source>
      <translation>Memori sengaja dipakai agar tebakan mahal.</translation>
    </message>
    <message>
      <source>A newer ConsentKit wrote this vault.</source>
      <translation>Brankas ini ditulis ConsentKit yang lebih baru.</translation>
    </message>
    <message>
      <source>This version does not know all of it and leaves it alone.</source>
      <translation>Versi ini tidak mengenal semuanya dan membiarkannya.</translation>
    </message>
    <message>
      <source>Update ConsentKit.</source>
      <translation>Perbarui ConsentKit.</translation>
    </message>
    <message>
      <source>This does not open the vault.</source>
      <translation>Ini tidak membuka brankas.</translation>
    </message>
    <message>
      <source>The passphrase or the words are not right, or the vault's header was changed.</source>
      <translation>Frasa sandi atau katanya salah, atau kepala brankas berubah.</translation>
    </message>
    <message>
      <source>Check Caps Lock and the keyboard's language, or use the recovery words.</source>
      <translation>Periksa Caps Lock dan bahasa papan tik, atau pakai kata pemulihan.</translation>
    </message>
    <message>
      <source>This vault is from an older ConsentKit.</source>
      <translation>Brankas ini dari ConsentKit yang lebih lama.</translation>
    </message>
    <message>
      <source>It is brought up to date when it is opened for writing.</source>
      <translation>Ia diperbarui saat dibuka untuk ditulis.</translation>
    </message>
    <message>
      <source>Open it once without read-only.</source>
      <translation>Buka sekali tanpa mode hanya-baca.</translation>
    </message>
    <message>
      <source>This folder is not a vault.</source>
      <translation>Folder ini bukan brankas.</translation>
    </message>
    <message>
      <source>A vault is a folder whose name ends in .ckvault.</source>
      <translation>Brankas adalah folder yang namanya berakhir .ckvault.</translation>
    </message>
    <message>
      <source>Choose that folder.</source>
      <translation>Pilih folder itu.</translation>
    </message>
    <message>
      <source>Give the passphrase or the recovery words.</source>
      <translation>Berikan frasa sandi atau kata pemulihan.</translation>
    </message>
    <message>
      <source>One of the two is needed, not both.</source>
      <translation>Satu saja, bukan keduanya.</translation>
    </message>
    <message>
      <source>A passphrase is needed.</source>
      <translation>Frasa sandi diperlukan.</translation>
    </message>
    <message>
      <source>Type four or five unrelated words.</source>
      <translation>Ketik empat atau lima kata yang tidak berkaitan.</translation>
    </message>
    <message>
      <source>This passphrase is too long.</source>
      <translation>Frasa sandi ini terlalu panjang.</translation>
    </message>
    <message>
      <source>A new passphrase is due.</source>
      <translation>Frasa sandi baru harus dibuat.</translation>
    </message>
    <message>
      <source>The recovery words opened this vault.</source>
      <translation>Brankas ini dibuka dengan kata pemulihan.</translation>
    </message>
    <message>
      <source>Set one before anything else.</source>
      <translation>Buat dulu sebelum yang lain.</translation>
    </message>
    <message>
      <source>This cannot be searched for.</source>
      <translation>Ini tidak dapat dicari.</translation>
    </message>
    <message>
      <source>Use fewer or simpler words.</source>
      <translation>Pakai kata yang lebih sedikit atau sederhana.</translation>
    </message>
    <message>
      <source>This vault is open read-only.</source>
      <translation>Brankas ini dibuka hanya-baca.</translation>
    </message>
    <message>
      <source>Close it in the other program and open it again.</source>
      <translation>Tutup di program lain lalu buka lagi.</translation>
    </message>
    <message>
      <source>The vault is being written to at this moment.</source>
      <translation>Brankas sedang ditulis saat ini.</translation>
    </message>
    <message>
      <source>A check did not hold.</source>
      <translation>Sebuah pemeriksaan gagal.</translation>
    </message>
    <message>
      <source>What was shown is not what was sealed.</source>
      <translation>Yang ditunjukkan bukan yang disegel.</translation>
    </message>
    <message>
      <source>There is no such check.</source>
      <translation>Pemeriksaan itu tidak ada.</translation>
    </message>
    <message>
      <source>It may have been removed from the list.</source>
      <translation>Mungkin sudah dihapus dari daftar.</translation>
    </message>
    <message>
      <source>Check the video again.</source>
      <translation>Periksa videonya sekali lagi.</translation>
    </message>
    <message>
      <source>The places found in the video contradict each other.</source>
      <translation>Tempat yang ditemukan di video saling bertentangan.</translation>
    </message>
    <message>
      <source>This should not happen. Nothing was saved.</source>
      <translation>Ini seharusnya tidak terjadi. Tidak ada yang disimpan.</translation>
    </message>
    <message>
      <source>Check the video again, and report it if it happens again.</source>
      <translation>Periksa lagi videonya, dan laporkan bila terulang.</translation>
    </message>
    <message>
      <source>The video is not where it was.</source>
      <translation>Video tidak ada di tempatnya.</translation>
    </message>
    <message>
      <source>What was found in it stays as it is.</source>
      <translation>Yang sudah ditemukan di dalamnya tetap ada.</translation>
    </message>
    <message>
      <source>Drop it here from where it is now.</source>
      <translation>Jatuhkan ke sini dari tempatnya sekarang.</translation>
    </message>
    <message>
      <source>Stored fingerprints cannot be read.</source>
      <translation>Sidik jari tersimpan tidak dapat dibaca.</translation>
    </message>
    <message>
      <source>Nothing else is harmed; they can be made anew.</source>
      <translation>Yang lain tidak rusak; sidik jari dapat dibuat lagi.</translation>
    </message>
    <message>
      <source>Bring the recordings up to date, then check again.</source>
      <translation>Perbarui rekaman, lalu periksa lagi.</translation>
    </message>
    <message>
      <source>The rules of the check are not as they were shipped.</source>
      <translation>Aturan pemeriksaan tidak seperti aslinya.</translation>
    </message>
    <message>
      <source>Without them nothing can be judged.</source>
      <translation>Tanpa itu tidak ada yang dapat dinilai.</translation>
    </message>
    <message>
      <source>Two packs of rules contradict each other.</source>
      <translation>Dua paket aturan saling bertentangan.</translation>
    </message>
    <message>
      <source>Both speak of {pack}, so nothing can be decided.</source>
      <translation>Keduanya tentang {pack}, jadi tidak ada yang dapat diputuskan.</translation>
    </message>
    <message>
      <source>Keep one of the two, or install ConsentKit again.</source>
      <translation>Simpan salah satu, atau pasang ulang ConsentKit.</translation>
    </message>
    <message>
      <source>A pack of rules was changed and is not right.</source>
      <translation>Sebuah paket aturan diubah dan tidak benar.</translation>
    </message>
    <message>
      <source>In {pack}.toml, line {line}, {field}: that is not possible.</source>
      <translation>Di {pack}.toml, baris {line}, {field}: itu tidak mungkin.</translation>
    </message>
    <message>
      <source>Correct it there, or install ConsentKit again.</source>
      <translation>Perbaiki di sana, atau pasang ulang ConsentKit.</translation>
    </message>
    <message>
      <source>In {pack}.toml, line {line} is not in its form.</source>
      <translation>Di {pack}.toml, baris {line}, tidak sesuai bentuknya.</translation>
    </message>
    <message>
      <source>The publishing plan is not possible as it stands.</source>
      <translation>Rencana publikasi ini tidak mungkin begitu saja.</translation>
    </message>
    <message>
      <source>Nothing was decided.</source>
      <translation>Belum ada yang diputuskan.</translation>
    </message>
    <message>
      <source>The publishing plan cannot be read.</source>
      <translation>Rencana publikasi tidak dapat dibaca.</translation>
    </message>
    <message>
      <source>Line {line}, {field}: it is unknown, missing or of another kind.</source>
      <translation>Baris {line}, {field}: tidak dikenal, tidak ada, atau jenisnya lain.</translation>
    </message>
    <message>
      <source>Line {line} is not in its form.</source>
      <translation>Baris {line} tidak sesuai bentuknya.</translation>
    </message>
    <message>
      <source>The decision that was kept cannot be repeated.</source>
      <translation>Keputusan yang disimpan tidak dapat diulang.</translation>
    </message>
    <message>
      <source>What was kept leads to another answer.</source>
      <translation>Yang disimpan menghasilkan jawaban lain.</translation>
    </message>
    <message>
      <source>The credentials could not be written.</source>
      <translation>Kredensial tidak bisa ditulis.</translation>
    </message>
    <message>
      <source>Nothing was written.</source>
      <translation>Tidak ada yang ditulis.</translation>
    </message>
    <message>
      <source>Check the video again and try once more.</source>
      <translation>Periksa videonya lagi, lalu coba sekali lagi.</translation>
    </message>
    <message>
      <source>Signing videos needs a part that is not installed.</source>
      <translation>Menandatangani video perlu bagian yang belum terpasang.</translation>
    </message>
    <message>
      <source>A sidecar can be written without it.</source>
      <translation>Berkas pendamping tetap bisa ditulis tanpanya.</translation>
    </message>
    <message>
      <source>Install ConsentKit with the extra c2pa.</source>
      <translation>Pasang ConsentKit dengan tambahan c2pa.</translation>
    </message>
    <message>
      <source>That is no box within the picture.</source>
      <translation>Itu bukan kotak di dalam gambar.</translation>
    </message>
    <message>
      <source>Draw it within the picture.</source>
      <translation>Gambarlah di dalam gambar.</translation>
    </message>
    <message>
      <source>That recording has one track of sound.</source>
      <translation>Rekaman itu hanya punya satu trek suara.</translation>
    </message>
    <message>
      <source>Nobody can be told apart by it.</source>
      <translation>Orang tidak dapat dibedakan dengannya.</translation>
    </message>
    <message>
      <source>Record microphone and computer as tracks of their own next time.</source>
      <translation>Lain kali rekam mikrofon dan komputer sebagai trek terpisah.</translation>
    </message>
    <message>
      <source>The recording has no such track, or all were named.</source>
      <translation>Rekaman tidak punya trek itu, atau semua trek disebut.</translation>
    </message>
    <message>
      <source>Name the tracks with the partner's sound only.</source>
      <translation>Sebutkan hanya trek dengan suara lawan bicara.</translation>
    </message>
    <message>
      <source>There is no plan for this video yet.</source>
      <translation>Belum ada rencana untuk video ini.</translation>
    </message>
    <message>
      <source>Without a plan nothing tells what must change.</source>
      <translation>Tanpa rencana tidak jelas apa yang harus diubah.</translation>
    </message>
    <message>
      <source>Fill in the plan first.</source>
      <translation>Isi rencananya dahulu.</translation>
    </message>
    <message>
      <source>Permissions or the plan changed meanwhile.</source>
      <translation>Izin atau rencana berubah sementara itu.</translation>
    </message>
    <message>
      <source>No video was written.</source>
      <translation>Tidak ada video yang ditulis.</translation>
    </message>
    <message>
      <source>Judge the check again, then write the video anew.</source>
      <translation>Nilai ulang pemeriksaan ini, lalu tulis videonya lagi.</translation>
    </message>
    <message>
      <source>This is not the video that was checked.</source>
      <translation>Ini bukan video yang diperiksa.</translation>
    </message>
    <message>
      <source>Another file lies in its place.</source>
      <translation>Berkas lain ada di tempatnya.</translation>
    </message>
    <message>
      <source>Nothing in this video needs to change.</source>
      <translation>Tidak ada yang perlu diubah dalam video ini.</translation>
    </message>
    <message>
      <source>Publish it as it is, or choose what to change.</source>
      <translation>Terbitkan apa adanya, atau pilih yang akan diubah.</translation>
    </message>
    <message>
      <source>There is a file with that name already.</source>
      <translation>Sudah ada berkas dengan nama itu.</translation>
    </message>
    <message>
      <source>It was left as it is.</source>
      <translation>Berkas itu dibiarkan apa adanya.</translation>
    </message>
    <message>
      <source>Choose a name that is free.</source>
      <translation>Pilih nama yang belum dipakai.</translation>
    </message>
    <message>
      <source>A redacted video is written as MP4, MOV or MKV.</source>
      <translation>Video yang disamarkan ditulis sebagai MP4, MOV, atau MKV.</translation>
    </message>
    <message>
      <source>Choose one of these endings for the name.</source>
      <translation>Pilih salah satu akhiran itu untuk namanya.</translation>
    </message>
    <message>
      <source>There are more changes by hand than can be kept.</source>
      <translation>Perubahan manual melebihi yang dapat disimpan.</translation>
    </message>
    <message>
      <source>The last change was not kept.</source>
      <translation>Perubahan terakhir tidak disimpan.</translation>
    </message>
    <message>
      <source>Take back all changes and begin again with fewer.</source>
      <translation>Batalkan semua perubahan dan mulai lagi dengan lebih sedikit.</translation>
    </message>
    <message>
      <source>There is no change to take back or to make again.</source>
      <translation>Tidak ada perubahan untuk dibatalkan atau diulang.</translation>
    </message>
    <message>
      <source>Go on from here.</source>
      <translation>Lanjutkan dari sini.</translation>
    </message>
    <message>
      <source>The cuts leave nothing of this video.</source>
      <translation>Setelah dipotong, tidak ada yang tersisa dari video ini.</translation>
    </message>
    <message>
      <source>Choose something milder than a cut for somebody.</source>
      <translation>Pilih yang lebih ringan daripada potong untuk seseorang.</translation>
    </message>
    <message>
      <source>The pictures or the sound of this video could not be written.</source>
      <translation>Gambar atau suara video ini tidak dapat ditulis.</translation>
    </message>
    <message>
      <source>Export it as MP4, check it, and try again.</source>
      <translation>Ekspor sebagai MP4, periksa, lalu coba lagi.</translation>
    </message>
    <message>
      <source>This kind of file cannot hold what is in the video.</source>
      <translation>Jenis berkas ini tidak dapat memuat isi video.</translation>
    </message>
    <message>
      <source>Let the name end with .mkv and try again.</source>
      <translation>Akhiri namanya dengan .mkv lalu coba lagi.</translation>
    </message>
    <message>
      <source>What was written is not what was ordered.</source>
      <translation>Yang ditulis tidak sesuai dengan yang diminta.</translation>
    </message>
    <message>
      <source>The written file was deleted.</source>
      <translation>Berkas yang ditulis sudah dihapus.</translation>
    </message>
    <message>
      <source>Export the video as MP4, check it, and try again.</source>
      <translation>Ekspor video sebagai MP4, periksa, lalu coba lagi.</translation>
    </message>
    <message>
      <source>That cannot be changed like this.</source>
      <translation>Itu tidak dapat diubah seperti ini.</translation>
    </message>
    <message>
      <source>Look at the video again and choose anew.</source>
      <translation>Lihat lagi videonya dan pilih kembali.</translation>
    </message>
    <message>
      <source>Only MP4 and MOV files can carry credentials.</source>
      <translation>Hanya berkas MP4 dan MOV yang bisa memuat kredensial.</translation>
    </message>
    <message>
      <source>Export the video as MP4, check it, and sign that.</source>
      <translation>Ekspor video sebagai MP4, periksa, lalu tandatangani yang itu.</translation>
    </message>
    <message>
      <source>Choose another name, or replace it.</source>
      <translation>Pilih nama lain, atau gantikan berkas itu.</translation>
    </message>
    <message>
      <source>That would take the place of the video itself.</source>
      <translation>Itu akan menimpa videonya sendiri.</translation>
    </message>
    <message>
      <source>The video was left as it is.</source>
      <translation>Video dibiarkan apa adanya.</translation>
    </message>
    <message>
      <source>Choose another name.</source>
      <translation>Pilih nama lain.</translation>
    </message>
    <message>
      <source>This video was not decided on by a plan.</source>
      <translation>Video ini belum diputuskan menurut sebuah rencana.</translation>
    </message>
    <message>
      <source>Without a decision there is nothing to certify.</source>
      <translation>Tanpa keputusan tidak ada yang bisa disahkan.</translation>
    </message>
    <message>
      <source>Fill in the publishing plan first.</source>
      <translation>Isi rencana publikasi dulu.</translation>
    </message>
    <message>
      <source>Permissions changed since this video was checked.</source>
      <translation>Izin berubah sejak video ini diperiksa.</translation>
    </message>
    <message>
      <source>What would be written is not true any more.</source>
      <translation>Yang akan ditulis tidak benar lagi.</translation>
    </message>
    <message>
      <source>The file is not the one that was checked.</source>
      <translation>Berkas ini bukan yang diperiksa.</translation>
    </message>
    <message>
      <source>Its content differs, so nothing was written.</source>
      <translation>Isinya berbeda, jadi tidak ada yang ditulis.</translation>
    </message>
    <message>
      <source>Check this file, or put the checked one back.</source>
      <translation>Periksa berkas ini, atau kembalikan berkas yang sudah diperiksa.</translation>
    </message>
    <message>
      <source>The signed copy came out different from the video.</source>
      <translation>Salinan bertanda tangan berbeda dari videonya.</translation>
    </message>
    <message>
      <source>It was thrown away.</source>
      <translation>Salinan itu dibuang.</translation>
    </message>
    <message>
      <source>Export the video anew, check it, and sign that.</source>
      <translation>Ekspor ulang videonya, periksa, lalu tandatangani.</translation>
    </message>
    <message>
      <source>This video could not be signed.</source>
      <translation>Video ini tidak bisa ditandatangani.</translation>
    </message>
    <message>
      <source>Export it anew as MP4, check it, and sign that.</source>
      <translation>Ekspor ulang sebagai MP4, periksa, lalu tandatangani.</translation>
    </message>
    <message>
      <source>Signing needs room for a working copy in the temporary folder.</source>
      <translation>Penandatanganan perlu ruang untuk salinan kerja di folder sementara.</translation>
    </message>
    <message>
      <source>Free some space on this computer and try again.</source>
      <translation>Kosongkan ruang di komputer ini dan coba lagi.</translation>
    </message>
    <message>
      <source>The credentials in this video do not hold.</source>
      <translation>Kredensial dalam video ini tidak berlaku.</translation>
    </message>
    <message>
      <source>The file or what is signed in it was changed.</source>
      <translation>Berkas atau isi yang ditandatangani telah berubah.</translation>
    </message>
    <message>
      <source>Sign the checked video anew.</source>
      <translation>Tandatangani ulang video yang sudah diperiksa.</translation>
    </message>
    <message>
      <source>This video holds no credentials.</source>
      <translation>Video ini tidak memuat kredensial.</translation>
    </message>
    <message>
      <source>There is nothing to read.</source>
      <translation>Tidak ada yang bisa dibaca.</translation>
    </message>
    <message>
      <source>Sign the checked video.</source>
      <translation>Tandatangani video yang sudah diperiksa.</translation>
    </message>
    <message>
      <source>The answer could not be written out.</source>
      <translation>Jawabannya tidak dapat ditulis.</translation>
    </message>
    <message>
      <source>The place it goes to takes no more.</source>
      <translation>Tempat tujuannya sudah penuh.</translation>
    </message>
    <message>
      <source>Free some space where it goes, or send it elsewhere.</source>
      <translation>Kosongkan ruang di tujuannya, atau kirim ke tempat lain.</translation>
    </message>
    <message>
      <source>That is no number of frames per second.</source>
      <translation>Itu bukan jumlah bingkai per detik.</translation>
    </message>
    <message>
      <source>Nothing was checked.</source>
      <translation>Tidak ada yang diperiksa.</translation>
    </message>
    <message>
      <source>Write it like 25, 29.97 or 30000/1001.</source>
      <translation>Tulis seperti 25, 29.97 atau 30000/1001.</translation>
    </message>
    <message>
      <source>This timeline cannot be read.</source>
      <translation>Linimasa ini tidak dapat dibaca.</translation>
    </message>
    <message>
      <source>It is damaged, or not of a kind that is taken.</source>
      <translation>Berkasnya rusak, atau jenisnya tidak diterima.</translation>
    </message>
    <message>
      <source>Export it again as OTIO, EDL, Final Cut Pro 7 XML or FCPXML.</source>
      <translation>Ekspor lagi sebagai OTIO, EDL, Final Cut Pro 7 XML, atau FCPXML.</translation>
    </message>
    <message>
      <source>The timeline does not say how many frames per second it has.</source>
      <translation>Linimasa tidak menyebut jumlah bingkai per detiknya.</translation>
    </message>
    <message>
      <source>A wrong rate would put every clip in the wrong place.</source>
      <translation>Laju yang salah menaruh setiap klip di tempat yang salah.</translation>
    </message>
    <message>
      <source>Look it up in the project settings of your editor.</source>
      <translation>Lihat di setelan proyek program penyunting Anda.</translation>
    </message>
    <message>
      <source>The timeline is larger than any made by hand.</source>
      <translation>Linimasa lebih besar daripada buatan tangan mana pun.</translation>
    </message>
    <message>
      <source>Export only the sequence of this video.</source>
      <translation>Ekspor hanya rangkaian video ini.</translation>
    </message>
    <message>
      <source>The video was not uploaded.</source>
      <translation>Video tidak diunggah.</translation>
    </message>
    <message>
      <source>Nothing was published.</source>
      <translation>Tidak ada yang diterbitkan.</translation>
    </message>
    <message>
      <source>The plan for this video is not allowed, so it is not uploaded.</source>
      <translation>Rencana untuk video ini tidak diizinkan, jadi video tidak diunggah.</translation>
    </message>
    <message>
      <source>A permission may have changed since the check.</source>
      <translation>Mungkin ada izin yang berubah sejak pemeriksaan.</translation>
    </message>
    <message>
      <source>Look at the check and settle what is open.</source>
      <translation>Lihat pemeriksaannya dan selesaikan yang masih terbuka.</translation>
    </message>
    <message>
      <source>What the check says holds for the checked file alone.</source>
      <translation>Hasil pemeriksaan hanya berlaku untuk berkas yang diperiksa.</translation>
    </message>
    <message>
      <source>The file changed while it was uploaded.</source>
      <translation>Berkas berubah saat diunggah.</translation>
    </message>
    <message>
      <source>The upload was stopped; no changed part of it was sent.</source>
      <translation>Unggahan dihentikan; bagian yang berubah tidak dikirim.</translation>
    </message>
    <message>
      <source>Put the checked file back and continue.</source>
      <translation>Kembalikan berkas yang sudah diperiksa, lalu lanjutkan.</translation>
    </message>
    <message>
      <source>The video may be on YouTube already.</source>
      <translation>Video mungkin sudah ada di YouTube.</translation>
    </message>
    <message>
      <source>Everything was sent, but the answer was lost and YouTube has forgotten the upload.</source>
      <translation>Semuanya sudah dikirim, tetapi jawabannya hilang dan YouTube sudah melupakan unggahan ini.</translation>
    </message>
    <message>
      <source>Look in YouTube Studio whether it is there.</source>
      <translation>Lihat di YouTube Studio apakah videonya ada.</translation>
    </message>
    <message>
      <source>An upload of this video was begun already.</source>
      <translation>Unggahan video ini sudah dimulai.</translation>
    </message>
    <message>
      <source>A second one could make a second video.</source>
      <translation>Unggahan kedua bisa menghasilkan video kedua.</translation>
    </message>
    <message>
      <source>Continue the one that was begun, or drop it.</source>
      <translation>Lanjutkan yang sudah dimulai, atau batalkan.</translation>
    </message>
    <message>
      <source>This upload is running already.</source>
      <translation>Unggahan ini sedang berjalan.</translation>
    </message>
    <message>
      <source>Two at once could make two videos.</source>
      <translation>Dua sekaligus bisa menghasilkan dua video.</translation>
    </message>
    <message>
      <source>Wait until it ends.</source>
      <translation>Tunggu sampai selesai.</translation>
    </message>
    <message>
      <source>No channel is connected.</source>
      <translation>Belum ada kanal yang terhubung.</translation>
    </message>
    <message>
      <source>Uploading needs a project of your own that YouTube has audited.</source>
      <translation>Mengunggah memerlukan proyek Anda sendiri yang sudah diaudit YouTube.</translation>
    </message>
    <message>
      <source>Connect the channel, or publish by hand.</source>
      <translation>Hubungkan kanalnya, atau terbitkan sendiri.</translation>
    </message>
    <message>
      <source>YouTube locks videos of projects it has not audited as private.</source>
      <translation>YouTube mengunci video dari proyek yang belum diauditnya sebagai pribadi.</translation>
    </message>
    <message>
      <source>Nobody could make such a video public later.</source>
      <translation>Video seperti itu tidak bisa dijadikan publik nanti.</translation>
    </message>
    <message>
      <source>Publish by hand in the browser instead.</source>
      <translation>Terbitkan sendiri lewat peramban.</translation>
    </message>
    <message>
      <source>The plan is for another platform than YouTube.</source>
      <translation>Rencananya untuk platform lain, bukan YouTube.</translation>
    </message>
    <message>
      <source>A decision for one platform says nothing about another.</source>
      <translation>Keputusan untuk satu platform tidak berlaku untuk yang lain.</translation>
    </message>
    <message>
      <source>Check the video with a plan for YouTube.</source>
      <translation>Periksa video dengan rencana untuk YouTube.</translation>
    </message>
    <message>
      <source>What you say about the video differs from its plan.</source>
      <translation>Keterangan tentang video berbeda dari rencananya.</translation>
    </message>
    <message>
      <source>The plan is what was decided on.</source>
      <translation>Keputusan dibuat berdasarkan rencana itu.</translation>
    </message>
    <message>
      <source>Say it as planned, or check the video with another plan.</source>
      <translation>Isi sesuai rencana, atau periksa video dengan rencana lain.</translation>
    </message>
    <message>
      <source>There is no such upload.</source>
      <translation>Tidak ada unggahan seperti itu.</translation>
    </message>
    <message>
      <source>It may have ended.</source>
      <translation>Mungkin sudah selesai.</translation>
    </message>
    <message>
      <source>Look at the list again.</source>
      <translation>Lihat daftarnya lagi.</translation>
    </message>
    <message>
      <source>The file is larger than YouTube takes.</source>
      <translation>Berkas lebih besar daripada yang diterima YouTube.</translation>
    </message>
    <message>
      <source>The limit is 256 GiB.</source>
      <translation>Batasnya 256 GiB.</translation>
    </message>
    <message>
      <source>Export it again with a lower bit rate.</source>
      <translation>Ekspor lagi dengan laju bit lebih rendah.</translation>
    </message>
    <message>
      <source>YouTube did not take the upload.</source>
      <translation>YouTube tidak menerima unggahan.</translation>
    </message>
    <message>
      <source>What was sent is not lost.</source>
      <translation>Yang sudah dikirim tidak hilang.</translation>
    </message>
    <message>
      <source>YouTube cannot be reached, or is in trouble.</source>
      <translation>YouTube tidak dapat dijangkau, atau sedang bermasalah.</translation>
    </message>
    <message>
      <source>What was sent is kept.</source>
      <translation>Yang sudah dikirim tersimpan.</translation>
    </message>
    <message>
      <source>Continue the upload later.</source>
      <translation>Lanjutkan unggahan nanti.</translation>
    </message>
    <message>
      <source>Your project's quota for today is used up.</source>
      <translation>Kuota proyek Anda untuk hari ini sudah habis.</translation>
    </message>
    <message>
      <source>It is counted anew at midnight, Pacific time.</source>
      <translation>Kuota dihitung ulang tengah malam waktu Pasifik.</translation>
    </message>
    <message>
      <source>Try again tomorrow, or publish by hand.</source>
      <translation>Coba lagi besok, atau terbitkan sendiri.</translation>
    </message>
    <message>
      <source>The channel has reached its number of uploads for now.</source>
      <translation>Kanal sudah mencapai batas jumlah unggahan.</translation>
    </message>
    <message>
      <source>YouTube counts uploads of every kind.</source>
      <translation>YouTube menghitung semua jenis unggahan.</translation>
    </message>
    <message>
      <source>Try again in 24 hours.</source>
      <translation>Coba lagi dalam 24 jam.</translation>
    </message>
    <message>
      <source>YouTube does not allow this project or channel to do that.</source>
      <translation>YouTube tidak mengizinkan proyek atau kanal ini melakukannya.</translation>
    </message>
    <message>
      <source>Trying again would bring the same answer.</source>
      <translation>Mencoba lagi akan memberi jawaban yang sama.</translation>
    </message>
    <message>
      <source>See in the Google console what the project may do.</source>
      <translation>Lihat di konsol Google apa yang boleh dilakukan proyek ini.</translation>
    </message>
    <message>
      <source>This account has no YouTube channel.</source>
      <translation>Akun ini tidak punya kanal YouTube.</translation>
    </message>
    <message>
      <source>Videos need a channel to be on.</source>
      <translation>Video memerlukan kanal.</translation>
    </message>
    <message>
      <source>Make a channel, then connect again.</source>
      <translation>Buat kanal, lalu hubungkan lagi.</translation>
    </message>
    <message>
      <source>YouTube does not take the title, description, tags or date.</source>
      <translation>YouTube tidak menerima judul, deskripsi, tag, atau tanggalnya.</translation>
    </message>
    <message>
      <source>Nothing was sent.</source>
      <translation>Tidak ada yang dikirim.</translation>
    </message>
    <message>
      <source>Change them and try again.</source>
      <translation>Ubah, lalu coba lagi.</translation>
    </message>
    <message>
      <source>The channel was not connected.</source>
      <translation>Kanal tidak terhubung.</translation>
    </message>
    <message>
      <source>Nothing was kept.</source>
      <translation>Tidak ada yang disimpan.</translation>
    </message>
    <message>
      <source>Access was not given in the browser.</source>
      <translation>Akses tidak diberikan di peramban.</translation>
    </message>
    <message>
      <source>Connect again if that was not meant.</source>
      <translation>Hubungkan lagi jika bukan itu maksudnya.</translation>
    </message>
    <message>
      <source>Nobody answered in the browser in time.</source>
      <translation>Tidak ada jawaban di peramban tepat waktu.</translation>
    </message>
    <message>
      <source>Connect again and allow access in the browser.</source>
      <translation>Hubungkan lagi dan izinkan akses di peramban.</translation>
    </message>
    <message>
      <source>Uploading was left out when access was given.</source>
      <translation>Izin mengunggah tidak dicentang saat akses diberikan.</translation>
    </message>
    <message>
      <source>Without it no video can be sent.</source>
      <translation>Tanpa itu video tidak bisa dikirim.</translation>
    </message>
    <message>
      <source>Connect again and tick uploading.</source>
      <translation>Hubungkan lagi dan centang izin mengunggah.</translation>
    </message>
    <message>
      <source>Access to the channel was taken back or has run out.</source>
      <translation>Akses ke kanal sudah dicabut atau habis masanya.</translation>
    </message>
    <message>
      <source>What was sent so far is kept.</source>
      <translation>Yang sudah dikirim tetap tersimpan.</translation>
    </message>
    <message>
      <source>Connect the channel again.</source>
      <translation>Hubungkan kanalnya lagi.</translation>
    </message>
    <message>
      <source>This is no client file of a Google project.</source>
      <translation>Ini bukan berkas klien proyek Google.</translation>
    </message>
    <message>
      <source>It is called client_secret and ends in .json.</source>
      <translation>Namanya client_secret dan berakhiran .json.</translation>
    </message>
    <message>
      <source>Download it in the Google console under Credentials.</source>
      <translation>Unduh di konsol Google, bagian Credentials.</translation>
    </message>
    <message>
      <source>This client is for a website, not for a desktop program.</source>
      <translation>Klien ini untuk situs web, bukan program desktop.</translation>
    </message>
    <message>
      <source>Its secret does not belong on a desk.</source>
      <translation>Rahasianya tidak boleh ada di komputer meja.</translation>
    </message>
    <message>
      <source>Make a client of the kind Desktop app in the Google console.</source>
      <translation>Buat klien jenis Desktop app di konsol Google.</translation>
    </message>
    <message>
      <source>The other side could not be reached, or its answer was no use.</source>
      <translation>Pihak lain tidak dapat dijangkau, atau jawabannya tidak berguna.</translation>
    </message>
    <message>
      <source>Nothing is lost.</source>
      <translation>Tidak ada yang hilang.</translation>
    </message>
    <message>
      <source>Check the connection and try again.</source>
      <translation>Periksa koneksi, lalu coba lagi.</translation>
    </message>
    <message>
      <source>An address is not safe to send secrets to.</source>
      <translation>Sebuah alamat tidak aman untuk mengirim rahasia.</translation>
    </message>
    <message>
      <source>YouTube would not take what is said about the video.</source>
      <translation>YouTube tidak akan menerima keterangan video ini.</translation>
    </message>
    <message>
      <source>A title has 1 to 100 characters, on one line, without &lt; and &gt;.</source>
      <translation>Judul terdiri atas 1 sampai 100 karakter, satu baris, tanpa &lt; dan &gt;.</translation>
    </message>
    <message>
      <source>Write a shorter title.</source>
      <translation>Tulis judul yang lebih pendek.</translation>
    </message>
    <message>
      <source>A description has at most 5000 bytes, without &lt; and &gt;.</source>
      <translation>Deskripsi paling banyak 5000 bita, tanpa &lt; dan &gt;.</translation>
    </message>
    <message>
      <source>Write a shorter description.</source>
      <translation>Tulis deskripsi yang lebih pendek.</translation>
    </message>
    <message>
      <source>Tags have at most 500 characters together, without &lt; and &gt;.</source>
      <translation>Semua tag paling banyak 500 karakter, tanpa &lt; dan &gt;.</translation>
    </message>
    <message>
      <source>Take fewer tags.</source>
      <translation>Kurangi tagnya.</translation>
    </message>
    <message>
      <source>Only a private video can become public at a set time.</source>
      <translation>Hanya video pribadi yang bisa menjadi publik pada waktu tertentu.</translation>
    </message>
    <message>
      <source>YouTube opens it then by itself.</source>
      <translation>YouTube akan membukanya sendiri pada waktu itu.</translation>
    </message>
    <message>
      <source>Leave it private.</source>
      <translation>Biarkan pribadi.</translation>
    </message>
    <message>
      <source>That is no link to a video that is taken.</source>
      <translation>Itu bukan tautan video yang dapat dipakai.</translation>
    </message>
    <message>
      <source>Copy the link from the video's page.</source>
      <translation>Salin tautan dari halaman video.</translation>
    </message>
    <message>
      <source>That link leads to YouTube, but to no video.</source>
      <translation>Tautan itu menuju YouTube, tetapi bukan ke sebuah video.</translation>
    </message>
    <message>
      <source>Copy the link from the video's own page.</source>
      <translation>Salin tautan dari halaman videonya sendiri.</translation>
    </message>
    <message>
      <source>That cannot be done with this published video.</source>
      <translation>Itu tidak dapat dilakukan dengan video tayang ini.</translation>
    </message>
    <message>
      <source>Look at its state in the list.</source>
      <translation>Lihat keadaannya di daftar.</translation>
    </message>
    <message>
      <source>The plan of this check does not pass.</source>
      <translation>Rencana pemeriksaan ini tidak lolos.</translation>
    </message>
    <message>
      <source>Something blocks it, or permissions changed since.</source>
      <translation>Ada yang menghalangi, atau izin berubah sejak itu.</translation>
    </message>
    <message>
      <source>Check it again, or say why it was published all the same.</source>
      <translation>Periksa lagi, atau sebutkan mengapa tetap ditayangkan.</translation>
    </message>
    <message>
      <source>It changed since, or it is not where it was.</source>
      <translation>Ia berubah sejak itu, atau tidak lagi di tempatnya.</translation>
    </message>
    <message>
      <source>Check the file that was published, or say why.</source>
      <translation>Periksa berkas yang ditayangkan, atau sebutkan alasannya.</translation>
    </message>
    <message>
      <source>This video has to stay on the list.</source>
      <translation>Video ini harus tetap ada di daftar.</translation>
    </message>
    <message>
      <source>A permission that ended, or an open complaint, still concerns it.</source>
      <translation>Masih ada izin yang berakhir, atau keluhan terbuka, yang menyangkut video ini.</translation>
    </message>
    <message>
      <source>Note what was done about that first.</source>
      <translation>Catat dulu apa yang sudah dilakukan.</translation>
    </message>
    <message>
      <source>That video is bound already.</source>
      <translation>Video itu sudah dihubungkan.</translation>
    </message>
    <message>
      <source>A video belongs to one check alone.</source>
      <translation>Sebuah video hanya milik satu pemeriksaan.</translation>
    </message>
    <message>
      <source>Find it in the list of published videos.</source>
      <translation>Cari di daftar video yang tayang.</translation>
    </message>
    <message>
      <source>There is no such published video.</source>
      <translation>Tidak ada video tayang seperti itu.</translation>
    </message>
    <message>
      <source>It may have been taken off the list.</source>
      <translation>Mungkin sudah dikeluarkan dari daftar.</translation>
    </message>
    <message>
      <source>Go back to the list.</source>
      <translation>Kembali ke daftar.</translation>
    </message>
    <message>
      <source>This video cannot be handed over yet.</source>
      <translation>Video ini belum dapat diserahkan.</translation>
    </message>
    <message>
      <source>It has no plan for publishing.</source>
      <translation>Ia belum punya rencana penayangan.</translation>
    </message>
    <message>
      <source>Fill in the plan and check it.</source>
      <translation>Isi rencananya lalu periksa.</translation>
    </message>
    <message>
      <source>There are no texts in that language.</source>
      <translation>Tidak ada teks dalam bahasa itu.</translation>
    </message>
    <message>
      <source>There are English, Indonesian and Russian ones.</source>
      <translation>Yang ada: Inggris, Indonesia, dan Rusia.</translation>
    </message>
    <message>
      <source>Choose one of these.</source>
      <translation>Pilih salah satunya.</translation>
    </message>
    <message>
      <source>That cannot be done about this person.</source>
      <translation>Itu tidak dapat dilakukan untuk orang ini.</translation>
    </message>
    <message>
      <source>Look at the tasks that are open.</source>
      <translation>Lihat tugas yang masih terbuka.</translation>
    </message>
    <message>
      <source>Nothing ended for this person.</source>
      <translation>Tidak ada yang berakhir untuk orang ini.</translation>
    </message>
    <message>
      <source>The permission stands, and nobody complained.</source>
      <translation>Izinnya berlaku, dan tidak ada keluhan.</translation>
    </message>
    <message>
      <source>What stays as it is needs a reason.</source>
      <translation>Yang tetap seperti adanya perlu alasan.</translation>
    </message>
    <message>
      <source>Write down why it stays.</source>
      <translation>Tuliskan mengapa itu tetap.</translation>
    </message>
    <message>
      <source>Something is still open for this person.</source>
      <translation>Masih ada yang terbuka untuk orang ini.</translation>
    </message>
    <message>
      <source>A statement says that everything is done.</source>
      <translation>Pernyataan mengatakan bahwa semuanya selesai.</translation>
    </message>
    <message>
      <source>Do what is left first.</source>
      <translation>Selesaikan dulu sisanya.</translation>
    </message>
    <message>
      <source>That cannot be done with this complaint.</source>
      <translation>Itu tidak dapat dilakukan dengan keluhan ini.</translation>
    </message>
    <message>
      <source>No published video that is bound here has that link.</source>
      <translation>Tidak ada video tayang yang dihubungkan di sini dengan tautan itu.</translation>
    </message>
    <message>
      <source>Published videos that are bound here: {publications}.</source>
      <translation>Video tayang yang dihubungkan di sini: {publications}.</translation>
    </message>
    <message>
      <source>Choose one from the list, or bind the video first.</source>
      <translation>Pilih dari daftar, atau hubungkan videonya dulu.</translation>
    </message>
    <message>
      <source>The complaint names no moment of the video.</source>
      <translation>Keluhan ini tidak menyebut saat dalam video.</translation>
    </message>
    <message>
      <source>Without it nobody can tell who is meant.</source>
      <translation>Tanpa itu tidak jelas siapa yang dimaksud.</translation>
    </message>
    <message>
      <source>Add the time, like 1:02:33.</source>
      <translation>Tambahkan waktunya, misalnya 1:02:33.</translation>
    </message>
    <message>
      <source>That moment lies beyond the end of the video.</source>
      <translation>Saat itu di luar akhir video.</translation>
    </message>
    <message>
      <source>Check the time; it is written like 1:02:33.</source>
      <translation>Periksa waktunya; ditulis seperti 1:02:33.</translation>
    </message>
    <message>
      <source>There is no draft in that language.</source>
      <translation>Tidak ada rancangan dalam bahasa itu.</translation>
    </message>
    <message>
      <source>This is no statement in its form.</source>
      <translation>Ini bukan pernyataan dalam bentuknya.</translation>
    </message>
    <message>
      <source>It is damaged, or was changed.</source>
      <translation>Ia rusak, atau diubah.</translation>
    </message>
    <message>
      <source>Ask whoever made it for another copy.</source>
      <translation>Minta salinan lain dari pembuatnya.</translation>
    </message>
    <message>
      <source>What ended has no moment at which it ended.</source>
      <translation>Yang berakhir tidak punya saat berakhirnya.</translation>
    </message>
    <message>
      <source>The vault may be damaged.</source>
      <translation>Brankas mungkin rusak.</translation>
    </message>
    <message>
      <source>Check the vault under Settings.</source>
      <translation>Periksa brankas di Pengaturan.</translation>
    </message>
    <message>
      <source>This video is on YouTube already.</source>
      <translation>Video ini sudah ada di YouTube.</translation>
    </message>
    <message>
      <source>It is bound to its check; uploading it again would make a second one.</source>
      <translation>Video itu terikat pada pemeriksaannya; mengunggah lagi akan membuat video kedua.</translation>
    </message>
    <message>
      <source>If it was taken down, note that first.</source>
      <translation>Jika sudah diturunkan, catat dulu.</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Tidak diketahui</translation>
    </message>
    <message>
      <source>Requested</source>
      <translation>Diminta</translation>
    </message>
    <message>
      <source>Deferred</source>
      <translation>Ditunda</translation>
    </message>
    <message>
      <source>Refused</source>
      <translation>Ditolak</translation>
    </message>
    <message>
      <source>Given</source>
      <translation>Diberikan</translation>
    </message>
    <message>
      <source>Renewed</source>
      <translation>Diperbarui</translation>
    </message>
    <message>
      <source>Expired</source>
      <translation>Kedaluwarsa</translation>
    </message>
    <message>
      <source>Withdrawn</source>
      <translation>Dicabut</translation>
    </message>
    <message>
      <source>Revoked</source>
      <translation>Dibatalkan</translation>
    </message>
    <message>
      <source>Void</source>
      <translation>Batal sejak awal</translation>
    </message>
    <message>
      <source>Suspended</source>
      <translation>Ditangguhkan</translation>
    </message>
    <message>
      <source>Erased</source>
      <translation>Dihapus</translation>
    </message>
    <message>
      <source>Nothing was asked yet.</source>
      <translation>Belum ada yang ditanyakan.</translation>
    </message>
    <message>
      <source>Asked; no answer is on record.</source>
      <translation>Sudah diminta; belum ada jawaban tercatat.</translation>
    </message>
    <message>
      <source>They left, or the answer was unclear.</source>
      <translation>Mereka pergi, atau jawabannya tidak jelas.</translation>
    </message>
    <message>
      <source>They said no.</source>
      <translation>Mereka berkata tidak.</translation>
    </message>
    <message>
      <source>They said yes.</source>
      <translation>Mereka berkata ya.</translation>
    </message>
    <message>
      <source>They said yes again.</source>
      <translation>Mereka berkata ya lagi.</translation>
    </message>
    <message>
      <source>The term is over.</source>
      <translation>Masanya sudah habis.</translation>
    </message>
    <message>
      <source>They took it back.</source>
      <translation>Mereka mencabutnya.</translation>
    </message>
    <message>
      <source>You, a platform or an agency ended it.</source>
      <translation>Anda, platform, atau agensi mengakhirinya.</translation>
    </message>
    <message>
      <source>It was void from the start.</source>
      <translation>Tidak berlaku sejak awal.</translation>
    </message>
    <message>
      <source>In doubt; not to be used until cleared.</source>
      <translation>Diragukan; jangan dipakai sampai jelas.</translation>
    </message>
    <message>
      <source>The data were destroyed; a mark stays.</source>
      <translation>Data dimusnahkan; hanya tandanya tersisa.</translation>
    </message>
    <message>
      <source>Record</source>
      <translation>Merekam</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Menyimpan</translation>
    </message>
    <message>
      <source>Publish</source>
      <translation>Menerbitkan</translation>
    </message>
    <message>
      <source>Short clips</source>
      <translation>Klip pendek</translation>
    </message>
    <message>
      <source>Thumbnail</source>
      <translation>Gambar sampul</translation>
    </message>
    <message>
      <source>Earn with ads</source>
      <translation>Penghasilan iklan</translation>
    </message>
    <message>
      <source>Sponsored advertising</source>
      <translation>Iklan sponsor</translation>
    </message>
    <message>
      <source>Teaching</source>
      <translation>Pengajaran</translation>
    </message>
    <message>
      <source>Research</source>
      <translation>Penelitian</translation>
    </message>
    <message>
      <source>AI training</source>
      <translation>Pelatihan AI</translation>
    </message>
    <message>
      <source>Recording the conversation.</source>
      <translation>Merekam percakapan.</translation>
    </message>
    <message>
      <source>Keeping the recording.</source>
      <translation>Menyimpan rekaman.</translation>
    </message>
    <message>
      <source>Showing it in a published video.</source>
      <translation>Menampilkannya di video yang terbit.</translation>
    </message>
    <message>
      <source>Short clips that advertise the video.</source>
      <translation>Klip pendek untuk mempromosikan video.</translation>
    </message>
    <message>
      <source>The person's picture on the cover.</source>
      <translation>Gambar orangnya di sampul.</translation>
    </message>
    <message>
      <source>Advertising before and in the video.</source>
      <translation>Iklan sebelum dan di dalam video.</translation>
    </message>
    <message>
      <source>Use in a sponsor's advertising.</source>
      <translation>Dipakai dalam iklan sponsor.</translation>
    </message>
    <message>
      <source>Use in lessons and courses.</source>
      <translation>Dipakai dalam pelajaran dan kursus.</translation>
    </message>
    <message>
      <source>Use in scientific work.</source>
      <translation>Dipakai dalam karya ilmiah.</translation>
    </message>
    <message>
      <source>Use to train machine models.</source>
      <translation>Dipakai untuk melatih model mesin.</translation>
    </message>
    <message>
      <source>Your own statement</source>
      <translation>Pernyataan Anda sendiri</translation>
    </message>
    <message>
      <source>A document or picture is attached</source>
      <translation>Ada dokumen atau gambar terlampir</translation>
    </message>
    <message>
      <source>Excerpt cut from the recording</source>
      <translation>Cuplikan dari rekaman</translation>
    </message>
    <message>
      <source>Question and answer heard</source>
      <translation>Tanya jawab terdengar</translation>
    </message>
    <message>
      <source>Recording sealed beforehand</source>
      <translation>Rekaman disegel sebelumnya</translation>
    </message>
    <message>
      <source>Consent number repeated</source>
      <translation>Nomor izin diulang</translation>
    </message>
    <message>
      <source>Number drawn from a time stamp</source>
      <translation>Nomor berasal dari cap waktu</translation>
    </message>
    <message>
      <source>Record sealed by a time stamp</source>
      <translation>Izin disegel dengan cap waktu</translation>
    </message>
    <message>
      <source>Two independent time authorities</source>
      <translation>Dua otoritas waktu independen</translation>
    </message>
    <message>
      <source>Signed with the partner's own key</source>
      <translation>Ditandatangani kunci lawan bicara</translation>
    </message>
    <message>
      <source>A witness signed the log</source>
      <translation>Saksi menandatangani log</translation>
    </message>
    <message>
      <source>Asked</source>
      <translation>Ditanya</translation>
    </message>
    <message>
      <source>Permission given</source>
      <translation>Izin diberikan</translation>
    </message>
    <message>
      <source>Permission refused</source>
      <translation>Izin ditolak</translation>
    </message>
    <message>
      <source>Answer left open</source>
      <translation>Jawaban belum ada</translation>
    </message>
    <message>
      <source>Permission renewed</source>
      <translation>Izin diperbarui</translation>
    </message>
    <message>
      <source>Withdrawn by the partner</source>
      <translation>Dicabut lawan bicara</translation>
    </message>
    <message>
      <source>Revoked by you</source>
      <translation>Dibatalkan oleh Anda</translation>
    </message>
    <message>
      <source>Suspension lifted</source>
      <translation>Penangguhan dicabut</translation>
    </message>
    <message>
      <source>Declared void</source>
      <translation>Dinyatakan batal</translation>
    </message>
    <message>
      <source>Data erased</source>
      <translation>Data dihapus</translation>
    </message>
    <message>
      <source>Reading the file</source>
      <translation>Membaca berkas</translation>
    </message>
    <message>
      <source>Opening</source>
      <translation>Membuka</translation>
    </message>
    <message>
      <source>Opening the file</source>
      <translation>Membuka berkas</translation>
    </message>
    <message>
      <source>Watching the recording</source>
      <translation>Menonton rekaman</translation>
    </message>
    <message>
      <source>Watching the video</source>
      <translation>Menonton video</translation>
    </message>
    <message>
      <source>Taking a quick look</source>
      <translation>Melihat sekilas</translation>
    </message>
    <message>
      <source>Comparing with your recordings</source>
      <translation>Membandingkan dengan rekaman Anda</translation>
    </message>
    <message>
      <source>Asking the permissions</source>
      <translation>Mencocokkan izin</translation>
    </message>
    <message>
      <source>Bringing the index up to date</source>
      <translation>Memperbarui indeks</translation>
    </message>
    <message>
      <source>Finding conversations</source>
      <translation>Mencari percakapan</translation>
    </message>
    <message>
      <source>Sealing</source>
      <translation>Menyegel</translation>
    </message>
    <message>
      <source>Cutting the excerpt</source>
      <translation>Memotong cuplikan</translation>
    </message>
    <message>
      <source>Writing the log</source>
      <translation>Menulis log</translation>
    </message>
    <message>
      <source>Asking for time stamps</source>
      <translation>Meminta cap waktu</translation>
    </message>
    <message>
      <source>Copying the vault</source>
      <translation>Menyalin brankas</translation>
    </message>
    <message>
      <source>Restoring the vault</source>
      <translation>Memulihkan brankas</translation>
    </message>
    <message>
      <source>Copying</source>
      <translation>Menyalin</translation>
    </message>
    <message>
      <source>Checking the vault</source>
      <translation>Memeriksa brankas</translation>
    </message>
    <message>
      <source>Checking the database</source>
      <translation>Memeriksa basis data</translation>
    </message>
    <message>
      <source>Opening every record</source>
      <translation>Membuka setiap izin</translation>
    </message>
    <message>
      <source>Opening every piece of evidence</source>
      <translation>Membuka setiap barang bukti</translation>
    </message>
    <message>
      <source>Setting the certificate</source>
      <translation>Menyusun sertifikat</translation>
    </message>
    <message>
      <source>Exporting the proof</source>
      <translation>Mengekspor bukti</translation>
    </message>
    <message>
      <source>Checking the proof</source>
      <translation>Memeriksa bukti</translation>
    </message>
    <message>
      <source>Erasing</source>
      <translation>Menghapus</translation>
    </message>
    <message>
      <source>Waiting for your answer in the browser</source>
      <translation>Menunggu jawaban Anda di peramban</translation>
    </message>
    <message>
      <source>Uploading</source>
      <translation>Mengunggah</translation>
    </message>
    <message>
      <source>Waiting for YouTube</source>
      <translation>Menunggu YouTube</translation>
    </message>
    <message>
      <source>Looking for faces</source>
      <translation>Mencari wajah</translation>
    </message>
    <message>
      <source>Writing the video</source>
      <translation>Menulis video</translation>
    </message>
    <message>
      <source>Looking at what was written</source>
      <translation>Melihat hasil yang ditulis</translation>
    </message>
    <message>
      <source>Changing keys</source>
      <translation>Mengganti kunci</translation>
    </message>
    <message>
      <source>Making the demo vault</source>
      <translation>Membuat brankas demo</translation>
    </message>
    <message>
      <source>Drawing a sample recording</source>
      <translation>Menggambar rekaman contoh</translation>
    </message>
    <message>
      <source>Face</source>
      <translation>Wajah</translation>
    </message>
    <message>
      <source>Voice</source>
      <translation>Suara</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>Places mentioned</source>
      <translation>Tempat yang disebut</translation>
    </message>
    <message>
      <source>Typed messages</source>
      <translation>Pesan ketikan</translation>
    </message>
    <message>
      <source>Shorten</source>
      <translation>Memendekkan</translation>
    </message>
    <message>
      <source>Change the order</source>
      <translation>Mengubah urutan</translation>
    </message>
    <message>
      <source>Add subtitles</source>
      <translation>Menambah takarir</translation>
    </message>
    <message>
      <source>Translate</source>
      <translation>Menerjemahkan</translation>
    </message>
    <message>
      <source>Add effects</source>
      <translation>Menambah efek</translation>
    </message>
    <message>
      <source>Blur the face</source>
      <translation>Kaburkan wajah</translation>
    </message>
    <message>
      <source>Change the voice</source>
      <translation>Ubah suara</translation>
    </message>
    <message>
      <source>Hide the place</source>
      <translation>Sembunyikan tempat</translation>
    </message>
    <message>
      <source>Consent</source>
      <translation>Persetujuan</translation>
    </message>
    <message>
      <source>Contract</source>
      <translation>Kontrak</translation>
    </message>
    <message>
      <source>Excerpt</source>
      <translation>Cuplikan</translation>
    </message>
    <message>
      <source>Still picture</source>
      <translation>Gambar diam</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>Gambar</translation>
    </message>
    <message>
      <source>Document</source>
      <translation>Dokumen</translation>
    </message>
    <message>
      <source>Typed message</source>
      <translation>Pesan ketikan</translation>
    </message>
    <message>
      <source>Sound</source>
      <translation>Suara</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>Ya</translation>
    </message>
    <message>
      <source>No</source>
      <translation>Tidak</translation>
    </message>
    <message>
      <source>Unclear</source>
      <translation>Tidak jelas</translation>
    </message>
    <message>
      <source>Gone</source>
      <translation>Pergi</translation>
    </message>
    <message>
      <source>Partner</source>
      <translation>Lawan bicara</translation>
    </message>
    <message>
      <source>You</source>
      <translation>Anda</translation>
    </message>
    <message>
      <source>Platform</source>
      <translation>Platform</translation>
    </message>
    <message>
      <source>Agency</source>
      <translation>Agensi</translation>
    </message>
    <message>
      <source>Authority</source>
      <translation>Otoritas</translation>
    </message>
    <message>
      <source>The person was not of age</source>
      <translation>Orangnya belum dewasa</translation>
    </message>
    <message>
      <source>The person was pressed to agree</source>
      <translation>Orangnya didesak setuju</translation>
    </message>
    <message>
      <source>The evidence was forged</source>
      <translation>Buktinya dipalsukan</translation>
    </message>
    <message>
      <source>Something required was missing</source>
      <translation>Ada syarat yang kurang</translation>
    </message>
    <message>
      <source>Passed</source>
      <translation>Lolos</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Gagal</translation>
    </message>
    <message>
      <source>Not checked</source>
      <translation>Tidak diperiksa</translation>
    </message>
    <message>
      <source>YouTube with ads, face and voice, two years</source>
      <translation>YouTube dengan iklan, wajah dan suara, dua tahun</translation>
    </message>
    <message>
      <source>YouTube without ads, face and voice, two years</source>
      <translation>YouTube tanpa iklan, wajah dan suara, dua tahun</translation>
    </message>
    <message>
      <source>YouTube with ads, short clips and thumbnail, two years</source>
      <translation>YouTube dengan iklan, klip pendek dan sampul, dua tahun</translation>
    </message>
    <message>
      <source>YouTube with ads, voice only, face blurred, two years</source>
      <translation>YouTube dengan iklan, hanya suara, wajah kabur, dua tahun</translation>
    </message>
    <message>
      <source>Record and keep only, one year</source>
      <translation>Rekam dan simpan saja, satu tahun</translation>
    </message>
    <message>
      <source>just now</source>
      <translation>baru saja</translation>
    </message>
    <message numerus="yes">
      <source>%n minute(s) ago</source>
      <translation>
        <numerusform>%n menit lalu</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n hour(s) ago</source>
      <translation>
        <numerusform>%n jam lalu</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n second(s) left</source>
      <translation>
        <numerusform>sisa %n detik</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n minute(s) left</source>
      <translation>
        <numerusform>sisa %n menit</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n hour(s) left</source>
      <translation>
        <numerusform>sisa %n jam</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>permissions</name>
    <message>
      <source>Erasing a permission</source>
      <translation>Menghapus izin</translation>
    </message>
    <message>
      <source>Only pictures, PDF, text and sound can be added.</source>
      <translation>Hanya gambar, PDF, teks, dan suara yang bisa ditambahkan.</translation>
    </message>
    <message>
      <source>Sealing a file</source>
      <translation>Menyegel berkas</translation>
    </message>
    <message>
      <source>Renewing permissions</source>
      <translation>Memperpanjang izin</translation>
    </message>
    <message>
      <source>Withdrawing permissions</source>
      <translation>Mencabut izin</translation>
    </message>
    <message>
      <source>Exporting proofs</source>
      <translation>Mengekspor bukti</translation>
    </message>
    <message>
      <source>Partner</source>
      <translation>Lawan bicara</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Grade</source>
      <translation>Tingkat</translation>
    </message>
    <message>
      <source>Languages</source>
      <translation>Bahasa</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Negara</translation>
    </message>
    <message>
      <source>Purposes</source>
      <translation>Tujuan</translation>
    </message>
    <message>
      <source>Made</source>
      <translation>Dibuat</translation>
    </message>
    <message>
      <source>Ends</source>
      <translation>Berakhir</translation>
    </message>
    <message>
      <source>Time stamp</source>
      <translation>Cap waktu</translation>
    </message>
    <message>
      <source>Erased</source>
      <translation>Dihapus</translation>
    </message>
    <message>
      <source>There</source>
      <translation>Ada</translation>
    </message>
    <message>
      <source>To come</source>
      <translation>Menyusul</translation>
    </message>
    <message numerus="yes">
      <source>%n permission(s)</source>
      <translation>
        <numerusform>%n izin</numerusform>
      </translation>
    </message>
    <message>
      <source>Status: {names}</source>
      <translation>Status: {names}</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Bahasa</translation>
    </message>
    <message>
      <source>Language: {names}</source>
      <translation>Bahasa: {names}</translation>
    </message>
    <message>
      <source>You stopped it. What was done until then stays done.</source>
      <translation>Anda menghentikannya. Yang sudah selesai tetap berlaku.</translation>
    </message>
    <message numerus="yes">
      <source>%n permission(s) withdrawn</source>
      <translation>
        <numerusform>%n izin dicabut</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n permission(s) renewed</source>
      <translation>
        <numerusform>%n izin diperpanjang</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n proof(s) exported</source>
      <translation>
        <numerusform>%n bukti diekspor</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n left as they were: their status does not allow this step.</source>
      <translation>
        <numerusform>%n dibiarkan: statusnya tidak memungkinkan langkah ini.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>It did not work with %n of them.</source>
      <translation>
        <numerusform>%n di antaranya gagal.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>proofs</name>
    <message>
      <source>The person</source>
      <translation>Orangnya</translation>
    </message>
    <message>
      <source>Who asked</source>
      <translation>Yang bertanya</translation>
    </message>
    <message>
      <source>Permissions</source>
      <translation>Izin</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>Barang bukti</translation>
    </message>
    <message>
      <source>History and numbers</source>
      <translation>Riwayat dan nomor</translation>
    </message>
    <message>
      <source>Show no more of a person than the reader needs.</source>
      <translation>Jangan tampilkan lebih banyak tentang seseorang daripada yang dibutuhkan pembaca.</translation>
    </message>
    <message>
      <source>So that the reader knows who asked.</source>
      <translation>Agar pembaca tahu siapa yang bertanya.</translation>
    </message>
    <message>
      <source>What was asked, answered, and for how long.</source>
      <translation>Apa yang ditanya, dijawab, dan untuk berapa lama.</translation>
    </message>
    <message>
      <source>Digests and times. Without them the excerpt cannot be held against anything.</source>
      <translation>Intisari dan waktu. Tanpanya cuplikan tidak bisa dicocokkan dengan apa pun.</translation>
    </message>
    <message>
      <source>What happened when, and what the grade rests on.</source>
      <translation>Apa yang terjadi kapan, dan dasar tingkatnya.</translation>
    </message>
    <message>
      <source>Called</source>
      <translation>Disebut</translation>
    </message>
    <message>
      <source>Name they gave</source>
      <translation>Nama yang ia sebut</translation>
    </message>
    <message>
      <source>Country they named</source>
      <translation>Negara yang ia sebut</translation>
    </message>
    <message>
      <source>Languages</source>
      <translation>Bahasa</translation>
    </message>
    <message>
      <source>Said to be of age</source>
      <translation>Mengaku sudah dewasa</translation>
    </message>
    <message>
      <source>How to reach them</source>
      <translation>Cara menghubunginya</translation>
    </message>
    <message>
      <source>Name or channel</source>
      <translation>Nama atau kanal</translation>
    </message>
    <message>
      <source>Contact for withdrawal</source>
      <translation>Kontak untuk mencabut</translation>
    </message>
    <message>
      <source>Channels</source>
      <translation>Kanal</translation>
    </message>
    <message>
      <source>Consent number</source>
      <translation>Nomor izin</translation>
    </message>
    <message>
      <source>Words that were read out</source>
      <translation>Kata-kata yang dibacakan</translation>
    </message>
    <message>
      <source>Grade</source>
      <translation>Tingkat</translation>
    </message>
    <message>
      <source>Facts</source>
      <translation>Fakta</translation>
    </message>
    <message>
      <source>Id in your vault</source>
      <translation>ID di brankas Anda</translation>
    </message>
    <message>
      <source>Takes the place of</source>
      <translation>Menggantikan</translation>
    </message>
    <message>
      <source>Recording</source>
      <translation>Rekaman</translation>
    </message>
    <message>
      <source>Conversation</source>
      <translation>Percakapan</translation>
    </message>
    <message>
      <source>{status}, until {date}</source>
      <translation>{status}, sampai {date}</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>ya</translation>
    </message>
    <message>
      <source>no</source>
      <translation>tidak</translation>
    </message>
    <message>
      <source>for {name}</source>
      <translation>untuk {name}</translation>
    </message>
    <message>
      <source>The file is not there.</source>
      <translation>Berkasnya tidak ada.</translation>
    </message>
    <message>
      <source>File missing</source>
      <translation>Berkas hilang</translation>
    </message>
    <message>
      <source>Copied: {text}</source>
      <translation>Disalin: {text}</translation>
    </message>
    <message>
      <source>The permission changed after this export. Its short id stands in the proof: verify it to see it.</source>
      <translation>Izin ini berubah setelah ekspor. ID pendeknya ada di dalam bukti: periksa untuk melihatnya.</translation>
    </message>
    <message>
      <source>The SHA-256 of the file was copied.</source>
      <translation>SHA-256 berkas sudah disalin.</translation>
    </message>
    <message>
      <source>Exporting a proof</source>
      <translation>Mengekspor bukti</translation>
    </message>
    <message>
      <source>Checking a proof</source>
      <translation>Memeriksa bukti</translation>
    </message>
    <message>
      <source>Demonstration</source>
      <translation>Demonstrasi</translation>
    </message>
    <message>
      <source>Details: {title}</source>
      <translation>Rincian: {title}</translation>
    </message>
    <message>
      <source>The files are those that were packed</source>
      <translation>Berkas-berkasnya sama dengan yang dikemas</translation>
    </message>
    <message>
      <source>The receipt is signed and unchanged</source>
      <translation>Tanda terima ditandatangani dan tidak diubah</translation>
    </message>
    <message>
      <source>It is known whose key signed</source>
      <translation>Diketahui kunci siapa yang menandatangani</translation>
    </message>
    <message>
      <source>What is shown belongs to the receipt</source>
      <translation>Yang ditampilkan memang bagian tanda terima</translation>
    </message>
    <message>
      <source>The statement has its form</source>
      <translation>Pernyataan sesuai bentuknya</translation>
    </message>
    <message>
      <source>The receipt stands in the log</source>
      <translation>Tanda terima tercatat di log</translation>
    </message>
    <message>
      <source>Time stamps</source>
      <translation>Cap waktu</translation>
    </message>
    <message>
      <source>The consent number follows from a time stamp</source>
      <translation>Nomor izin diturunkan dari cap waktu</translation>
    </message>
    <message>
      <source>The partner signed with a key of their own</source>
      <translation>Lawan bicara menandatangani dengan kuncinya</translation>
    </message>
    <message>
      <source>The excerpt is the one the receipt names</source>
      <translation>Cuplikan adalah yang disebut tanda terima</translation>
    </message>
    <message>
      <source>The recording was logged before the receipt</source>
      <translation>Rekaman masuk log sebelum tanda terima</translation>
    </message>
    <message>
      <source>The excerpt comes from the recording, packet by packet</source>
      <translation>Cuplikan berasal dari rekaman, paket demi paket</translation>
    </message>
    <message>
      <source>The receipt does not contradict itself</source>
      <translation>Tanda terima tidak bertentangan dengan dirinya</translation>
    </message>
    <message>
      <source>What was agreed still runs</source>
      <translation>Yang disepakati masih berlaku</translation>
    </message>
    <message>
      <source>What the facts support</source>
      <translation>Yang didukung fakta</translation>
    </message>
    <message>
      <source>The recording was entered into the log after the receipt.</source>
      <translation>Rekaman dicatat di log setelah tanda terima.</translation>
    </message>
    <message>
      <source>The entry in the log is not this recording's.</source>
      <translation>Entri di log bukan milik rekaman ini.</translation>
    </message>
    <message>
      <source>The receipt is dated later than the time stamp over it.</source>
      <translation>Tanggal tanda terima lebih baru daripada cap waktunya.</translation>
    </message>
    <message>
      <source>The receipt tells of something later than the time stamp over it.</source>
      <translation>Tanda terima menyebut sesuatu yang lebih baru daripada cap waktunya.</translation>
    </message>
    <message>
      <source>Something is permitted, but no yes was heard in the excerpt.</source>
      <translation>Ada yang diizinkan, tetapi tidak terdengar ya di cuplikan.</translation>
    </message>
    <message>
      <source>The answer lies outside the conversation it is said to be from.</source>
      <translation>Jawaban berada di luar percakapan yang disebut asalnya.</translation>
    </message>
    <message>
      <source>The excerpt is from another place of the recording than the receipt says.</source>
      <translation>Cuplikan berasal dari bagian rekaman yang lain daripada yang disebut tanda terima.</translation>
    </message>
    <message>
      <source>Not checked: the files are not whole.</source>
      <translation>Tidak diperiksa: berkas tidak utuh.</translation>
    </message>
    <message>
      <source>Not checked: the signature does not hold.</source>
      <translation>Tidak diperiksa: tanda tangan tidak sah.</translation>
    </message>
    <message>
      <source>Not checked: the receipt could not be read.</source>
      <translation>Tidak diperiksa: tanda terima tidak terbaca.</translation>
    </message>
    <message>
      <source>Not checked: the log does not hold.</source>
      <translation>Tidak diperiksa: log tidak cocok.</translation>
    </message>
    <message>
      <source>Not checked: the excerpt could not be opened.</source>
      <translation>Tidak diperiksa: cuplikan tidak bisa dibuka.</translation>
    </message>
    <message>
      <source>The signature holds, but not whose key it is. Compare the fingerprint with one you got from the creator by another way.</source>
      <translation>Tanda tangannya sah, tetapi pemilik kunci belum diketahui. Bandingkan sidik kunci dengan yang Anda dapat dari kreator lewat jalan lain.</translation>
    </message>
    <message>
      <source>There is no time stamp in it. Ask for a newer copy once there is one.</source>
      <translation>Tidak ada cap waktu di dalamnya. Minta salinan baru kalau sudah ada.</translation>
    </message>
    <message>
      <source>This is a demonstration. It proves nothing to anybody.</source>
      <translation>Ini demonstrasi. Tidak membuktikan apa pun kepada siapa pun.</translation>
    </message>
    <message>
      <source>The time stamp is sound, but its authority is not among those this computer trusts.</source>
      <translation>Cap waktunya sah, tetapi otoritasnya bukan yang dipercaya komputer ini.</translation>
    </message>
    <message>
      <source>The time stamp the number came from is not in the file.</source>
      <translation>Cap waktu asal nomor itu tidak ada di dalam berkas.</translation>
    </message>
    <message>
      <source>The consent number was kept back.</source>
      <translation>Nomor izin tidak ditampilkan.</translation>
    </message>
    <message>
      <source>The excerpt is not in the file. It can be handed over and held against it later.</source>
      <translation>Cuplikan tidak ada di dalam berkas. Bisa diserahkan dan dicocokkan nanti.</translation>
    </message>
    <message>
      <source>There is an excerpt, but the receipt that names it keeps this back.</source>
      <translation>Ada cuplikan, tetapi tanda terima tidak menampilkannya.</translation>
    </message>
    <message>
      <source>The excerpt is encrypted. It opens with the key of whom it was made for.</source>
      <translation>Cuplikan terenkripsi. Terbuka dengan kunci penerimanya.</translation>
    </message>
    <message>
      <source>Your key does not open the excerpt.</source>
      <translation>Kuncimu tidak membuka cuplikan ini.</translation>
    </message>
    <message>
      <source>The file holds nothing to compare the excerpt with the recording.</source>
      <translation>Berkas tidak memuat apa pun untuk mencocokkan cuplikan dengan rekaman.</translation>
    </message>
    <message>
      <source>Which recording it is was kept back.</source>
      <translation>Rekaman asalnya tidak ditampilkan.</translation>
    </message>
    <message>
      <source>This computer cannot read the excerpt.</source>
      <translation>Komputer ini tidak bisa membaca cuplikan.</translation>
    </message>
    <message>
      <source>The recording's own entry in the log is not in the file.</source>
      <translation>Entri log milik rekaman itu tidak ada di berkas.</translation>
    </message>
    <message>
      <source>A recording stands in the log; that it is this one was kept back.</source>
      <translation>Sebuah rekaman ada di log; bahwa rekamannya yang ini, tidak ditunjukkan.</translation>
    </message>
    <message>
      <source>A key signed for the partner, but nothing ties it to a person. It counts for nothing.</source>
      <translation>Sebuah kunci menandatangani untuk lawan bicara, tetapi tidak ada yang mengaitkannya dengan seseorang. Itu tidak dihitung.</translation>
    </message>
    <message>
      <source>No yes was heard in the excerpt. A later answer may permit what is permitted; the excerpt does not show it.</source>
      <translation>Tidak terdengar ya di cuplikan. Mungkin jawaban belakangan yang mengizinkannya; cuplikan tidak menunjukkannya.</translation>
    </message>
    <message>
      <source>The answer lies in none of the conversations shown; some were kept back.</source>
      <translation>Jawaban tidak ada di percakapan yang ditampilkan; sebagian disembunyikan.</translation>
    </message>
    <message>
      <source>It was agreed, but the term is over. Ask whether it was renewed.</source>
      <translation>Ini pernah disepakati, tetapi jangka waktunya habis. Tanyakan apakah sudah diperpanjang.</translation>
    </message>
    <message>
      <source>What is shown here supports a lower grade than the creator claims: what is kept back, or could not be checked, does not count.</source>
      <translation>Yang ditampilkan mendukung tingkat lebih rendah daripada klaim kreator: yang tidak ditampilkan atau tidak bisa diperiksa tidak dihitung.</translation>
    </message>
    <message>
      <source>The excerpt could not be decoded.</source>
      <translation>Cuplikan tidak bisa didekode.</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>Berkas</translation>
    </message>
    <message>
      <source>Key fingerprint</source>
      <translation>Sidik kunci</translation>
    </message>
    <message>
      <source>Short id</source>
      <translation>ID pendek</translation>
    </message>
    <message>
      <source>Known as</source>
      <translation>Dikenal sebagai</translation>
    </message>
    <message>
      <source>Entry</source>
      <translation>Entri</translation>
    </message>
    <message>
      <source>Fields shown</source>
      <translation>Isian ditampilkan</translation>
    </message>
    <message>
      <source>Fields kept back</source>
      <translation>Isian disembunyikan</translation>
    </message>
    <message>
      <source>Time claimed</source>
      <translation>Waktu menurut pengakuan</translation>
    </message>
    <message>
      <source>Made for</source>
      <translation>Dibuat untuk</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Log</translation>
    </message>
    <message>
      <source>Entry number</source>
      <translation>Nomor entri</translation>
    </message>
    <message>
      <source>Entries in the log</source>
      <translation>Entri di log</translation>
    </message>
    <message>
      <source>Witnesses</source>
      <translation>Saksi</translation>
    </message>
    <message>
      <source>Authority</source>
      <translation>Otoritas</translation>
    </message>
    <message>
      <source>Existed before</source>
      <translation>Sudah ada sebelum</translation>
    </message>
    <message>
      <source>Signer's certificate, SHA-256</source>
      <translation>Sertifikat penanda tangan, SHA-256</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nomor</translation>
    </message>
    <message>
      <source>SHA-256</source>
      <translation>SHA-256</translation>
    </message>
    <message>
      <source>In the recording</source>
      <translation>Di rekaman</translation>
    </message>
    <message>
      <source>Excerpts</source>
      <translation>Cuplikan</translation>
    </message>
    <message>
      <source>Purposes</source>
      <translation>Tujuan</translation>
    </message>
    <message>
      <source>Streams compared</source>
      <translation>Alur yang dicocokkan</translation>
    </message>
    <message>
      <source>Grade claimed</source>
      <translation>Tingkat menurut kreator</translation>
    </message>
    <message>
      <source>Who the person is. Name and country are what they said.</source>
      <translation>Siapa orang itu. Nama dan negara menurut pengakuannya.</translation>
    </message>
    <message>
      <source>How old the person is. It was said, not checked.</source>
      <translation>Umur orang itu. Dinyatakan, tidak diperiksa.</translation>
    </message>
    <message>
      <source>That the words were meant, not acted or forced.</source>
      <translation>Bahwa kata-katanya sungguh-sungguh, bukan peran atau paksaan.</translation>
    </message>
    <message>
      <source>What is heard: a listener confirmed it, no machine.</source>
      <translation>Apa yang terdengar: dipastikan pendengar, bukan mesin.</translation>
    </message>
    <message>
      <source>That nothing was withdrawn afterwards.</source>
      <translation>Bahwa tidak ada yang dicabut sesudahnya.</translation>
    </message>
    <message>
      <source>What the hidden fields say.</source>
      <translation>Apa isi kolom yang disembunyikan.</translation>
    </message>
    <message>
      <source>Whether another purpose was refused or taken back: a line was kept back.</source>
      <translation>Apakah tujuan lain ditolak atau ditarik kembali: ada baris yang disembunyikan.</translation>
    </message>
    <message>
      <source>When it happened. A time stamp shows “existed before”, nothing more.</source>
      <translation>Kapan terjadinya. Cap waktu hanya menunjukkan “sudah ada sebelum”.</translation>
    </message>
    <message>
      <source>Any time: no trusted time stamp is in it.</source>
      <translation>Waktu apa pun: tidak ada cap waktu tepercaya di dalamnya.</translation>
    </message>
    <message>
      <source>That the consent meets any law.</source>
      <translation>Bahwa izin ini memenuhi hukum mana pun.</translation>
    </message>
    <message>
      <source>What was said outside the excerpt.</source>
      <translation>Apa yang dikatakan di luar cuplikan.</translation>
    </message>
    <message>
      <source>What the excerpt shows: it is not in it.</source>
      <translation>Isi cuplikan: tidak ada di dalamnya.</translation>
    </message>
    <message>
      <source>When or where anything was published.</source>
      <translation>Kapan atau di mana sesuatu ditayangkan.</translation>
    </message>
    <message>
      <source>Whose key signed. Compare its fingerprint.</source>
      <translation>Kunci siapa yang menandatangani. Bandingkan sidiknya.</translation>
    </message>
    <message>
      <source>That the log shows everyone the same: no witness signed it.</source>
      <translation>Bahwa log menunjukkan hal yang sama kepada semua: tanpa tanda tangan saksi.</translation>
    </message>
    <message>
      <source>Anything by the certificate alone. That page is not signed.</source>
      <translation>Apa pun dari sertifikat saja. Halaman itu tidak ditandatangani.</translation>
    </message>
    <message>
      <source>Conversation or file added</source>
      <translation>Percakapan atau berkas ditambahkan</translation>
    </message>
    <message>
      <source>Legal hold set or lifted</source>
      <translation>Penahanan hukum dipasang atau dicabut</translation>
    </message>
    <message>
      <source>Recording added</source>
      <translation>Rekaman ditambahkan</translation>
    </message>
    <message>
      <source>Proof exported</source>
      <translation>Bukti diekspor</translation>
    </message>
    <message>
      <source>Time stamp {number}</source>
      <translation>Cap waktu {number}</translation>
    </message>
    <message>
      <source>{fact} (a listener says so)</source>
      <translation>{fact} (menurut pendengar)</translation>
    </message>
    <message>
      <source>This proof holds.</source>
      <translation>Bukti ini bertahan.</translation>
    </message>
    <message>
      <source>Nothing was changed, and an independent time stamp covers it.</source>
      <translation>Tidak ada yang diubah, dan cap waktu independen mencakupnya.</translation>
    </message>
    <message>
      <source>This proof does not hold.</source>
      <translation>Bukti ini tidak sah.</translation>
    </message>
    <message>
      <source>Something in it is not as it was made. Do not rely on it.</source>
      <translation>Ada yang tidak seperti saat dibuat. Jangan mengandalkannya.</translation>
    </message>
    <message>
      <source>This proof is a demonstration.</source>
      <translation>Bukti ini demonstrasi.</translation>
    </message>
    <message>
      <source>Nothing in it was changed, but its time stamps come from a demonstration and prove nothing.</source>
      <translation>Isinya tidak diubah, tetapi cap waktunya hanya demonstrasi dan tidak membuktikan apa pun.</translation>
    </message>
    <message>
      <source>This proof is not complete.</source>
      <translation>Bukti ini tidak lengkap.</translation>
    </message>
    <message>
      <source>Nothing in it was changed, but no time stamp you can trust covers it.</source>
      <translation>Isinya tidak diubah, tetapi tidak ada cap waktu tepercaya yang mencakupnya.</translation>
    </message>
    <message>
      <source>What this does not prove</source>
      <translation>Yang tidak dibuktikan</translation>
    </message>
    <message>
      <source>What the receipt shows</source>
      <translation>Yang ditampilkan tanda terima</translation>
    </message>
    <message numerus="yes">
      <source>%n field(s) shown</source>
      <translation>
        <numerusform>%n isian ditampilkan</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>published</name>
    <message>
      <source>The reply was copied.</source>
      <translation>Balasan disalin.</translation>
    </message>
    <message>
      <source>The complaint is closed: {what}.</source>
      <translation>Keluhan ditutup: {what}.</translation>
    </message>
    <message>
      <source>Preparing the hand-over</source>
      <translation>Menyiapkan penyerahan</translation>
    </message>
    <message>
      <source>Saved: what {id} stands for.</source>
      <translation>Disimpan: arti {id}.</translation>
    </message>
    <message>
      <source>Writing the sidecar</source>
      <translation>Menulis berkas pendamping</translation>
    </message>
    <message>
      <source>Writing the signed copy</source>
      <translation>Menulis salinan bertanda tangan</translation>
    </message>
    <message>
      <source>Written: {name}.</source>
      <translation>Ditulis: {name}.</translation>
    </message>
    <message>
      <source>Binding the video</source>
      <translation>Mengikat video</translation>
    </message>
    <message>
      <source>The video is in the list: a withdrawal reaches it.</source>
      <translation>Video ada di daftar: pencabutan akan sampai kepadanya.</translation>
    </message>
    <message>
      <source>Paid promotion is marked ({name}).</source>
      <translation>Promosi berbayar ditandai ({name}).</translation>
    </message>
    <message>
      <source>The thumbnail shows nobody.</source>
      <translation>Gambar mini tidak menampilkan siapa pun.</translation>
    </message>
    <message numerus="yes">
      <source>The thumbnail shows the %n person(s) of the plan and nobody else.</source>
      <translation>
        <numerusform>Gambar mini menampilkan %n orang dari rencana dan tidak ada orang lain.</numerusform>
      </translation>
    </message>
    <message>
      <source>The video's link is in the list here.</source>
      <translation>Tautan video ada di daftar ini.</translation>
    </message>
    <message>
      <source>This is the file that was checked.</source>
      <translation>Ini berkas yang diperiksa.</translation>
    </message>
    <message>
      <source>This is not the file that was checked, or it is away.</source>
      <translation>Ini bukan berkas yang diperiksa, atau berkasnya tidak ada.</translation>
    </message>
    <message>
      <source>The plan passes.</source>
      <translation>Rencananya lolos.</translation>
    </message>
    <message>
      <source>The plan does not pass, or permissions changed since.</source>
      <translation>Rencananya tidak lolos, atau izin berubah sejak itu.</translation>
    </message>
    <message>
      <source>A proof of every permission is exported.</source>
      <translation>Bukti setiap izin sudah diekspor.</translation>
    </message>
    <message numerus="yes">
      <source>No proof is exported of %n permission(s).</source>
      <translation>
        <numerusform>Bukti untuk %n izin belum diekspor.</numerusform>
      </translation>
    </message>
    <message>
      <source>Every permission has a time stamp.</source>
      <translation>Setiap izin punya cap waktu.</translation>
    </message>
    <message numerus="yes">
      <source>%n permission(s) without a time stamp.</source>
      <translation>
        <numerusform>%n izin tanpa cap waktu.</numerusform>
      </translation>
    </message>
    <message>
      <source>Audience: set to “made for kids”.</source>
      <translation>Audiens: diatur “dibuat untuk anak-anak”.</translation>
    </message>
    <message>
      <source>Audience: set to “not made for kids”.</source>
      <translation>Audiens: diatur “bukan untuk anak-anak”.</translation>
    </message>
    <message>
      <source>Audience: answered; the plan does not say how.</source>
      <translation>Audiens: sudah dijawab; rencana tidak menyebut bagaimana.</translation>
    </message>
    <message>
      <source>Altered content: answered with yes.</source>
      <translation>Konten yang diubah: dijawab ya.</translation>
    </message>
    <message>
      <source>Altered content: answered with no.</source>
      <translation>Konten yang diubah: dijawab tidak.</translation>
    </message>
    <message>
      <source>Altered content: answered; the plan does not say how.</source>
      <translation>Konten yang diubah: sudah dijawab; rencana tidak menyebut bagaimana.</translation>
    </message>
    <message>
      <source>Open YouTube Studio</source>
      <translation>Buka YouTube Studio</translation>
    </message>
    <message>
      <source>Open {platform}</source>
      <translation>Buka {platform}</translation>
    </message>
    <message>
      <source>Noted: the video was taken down.</source>
      <translation>Dicatat: video diturunkan.</translation>
    </message>
    <message>
      <source>Noted: the video is up again.</source>
      <translation>Dicatat: video tayang lagi.</translation>
    </message>
    <message>
      <source>Taken off the list.</source>
      <translation>Dikeluarkan dari daftar.</translation>
    </message>
    <message>
      <source>Noted: {what}.</source>
      <translation>Dicatat: {what}.</translation>
    </message>
    <message>
      <source>Writing a statement</source>
      <translation>Menulis pernyataan</translation>
    </message>
    <message>
      <source>The channel is connected.</source>
      <translation>Kanal terhubung.</translation>
    </message>
    <message>
      <source>Connecting a channel</source>
      <translation>Menghubungkan kanal</translation>
    </message>
    <message>
      <source>The channel is forgotten here. Google could not be asked: end access on your Google account's page of connected apps.</source>
      <translation>Kanal dilupakan di sini. Google tidak dapat dihubungi: akhiri akses di halaman aplikasi terhubung akun Google Anda.</translation>
    </message>
    <message>
      <source>The channel is disconnected.</source>
      <translation>Kanal diputuskan.</translation>
    </message>
    <message>
      <source>Disconnecting the channel</source>
      <translation>Memutuskan kanal</translation>
    </message>
    <message>
      <source>Uploading to YouTube</source>
      <translation>Mengunggah ke YouTube</translation>
    </message>
    <message>
      <source>The video is on YouTube and in your list.</source>
      <translation>Video ada di YouTube dan di daftar Anda.</translation>
    </message>
    <message>
      <source>The upload was dropped.</source>
      <translation>Unggahan dibuang.</translation>
    </message>
    <message>
      <source>Took the permission back on {date}</source>
      <translation>Mencabut izin pada {date}</translation>
    </message>
    <message>
      <source>Permission void from the start</source>
      <translation>Izin tidak sah sejak awal</translation>
    </message>
    <message>
      <source>Permission ended by you on {date}</source>
      <translation>Izin Anda akhiri pada {date}</translation>
    </message>
    <message>
      <source>Permission in doubt since {date}</source>
      <translation>Izin diragukan sejak {date}</translation>
    </message>
    <message>
      <source>Permission ran out on {date}</source>
      <translation>Izin habis masa pada {date}</translation>
    </message>
    <message>
      <source>Record erased on {date}</source>
      <translation>Catatan dihapus pada {date}</translation>
    </message>
    <message>
      <source>Complaint of {date}</source>
      <translation>Keluhan {date}</translation>
    </message>
    <message>
      <source>Published video</source>
      <translation>Video yang diterbitkan</translation>
    </message>
    <message>
      <source>Thumbnail or title</source>
      <translation>Gambar mini atau judul</translation>
    </message>
    <message>
      <source>Advertising or sponsor</source>
      <translation>Iklan atau sponsor</translation>
    </message>
    <message>
      <source>Video not published yet</source>
      <translation>Video belum diterbitkan</translation>
    </message>
    <message>
      <source>Recording</source>
      <translation>Rekaman</translation>
    </message>
    <message>
      <source>Proof you handed out</source>
      <translation>Bukti yang Anda berikan</translation>
    </message>
    <message>
      <source>Complaint</source>
      <translation>Keluhan</translation>
    </message>
    <message>
      <source>Taken down</source>
      <translation>Diturunkan</translation>
    </message>
    <message>
      <source>Cut away</source>
      <translation>Dipotong</translation>
    </message>
    <message>
      <source>Blurred</source>
      <translation>Dikaburkan</translation>
    </message>
    <message>
      <source>Muted</source>
      <translation>Dibisukan</translation>
    </message>
    <message>
      <source>Replaced</source>
      <translation>Diganti</translation>
    </message>
    <message>
      <source>Earns nothing any more</source>
      <translation>Tidak lagi menghasilkan</translation>
    </message>
    <message>
      <source>Deleted</source>
      <translation>Dihapus</translation>
    </message>
    <message>
      <source>Reader told</source>
      <translation>Penerima diberi tahu</translation>
    </message>
    <message>
      <source>Agreed again</source>
      <translation>Setuju lagi</translation>
    </message>
    <message>
      <source>Answered</source>
      <translation>Dijawab</translation>
    </message>
    <message>
      <source>Stays as it is</source>
      <translation>Tetap seperti adanya</translation>
    </message>
    <message>
      <source>Somebody without a record</source>
      <translation>Seseorang tanpa catatan izin</translation>
    </message>
    <message>
      <source>An erased person</source>
      <translation>Orang yang dihapus</translation>
    </message>
    <message numerus="yes">
      <source>%n day(s)</source>
      <translation>
        <numerusform>%n hari</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n hour(s)</source>
      <translation>
        <numerusform>%n jam</numerusform>
      </translation>
    </message>
    <message>
      <source>Late since {time}</source>
      <translation>Terlambat sejak {time}</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>Sisa {time}</translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) to do</source>
      <translation>
        <numerusform>%n hal perlu dilakukan</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n task(s)</source>
      <translation>
        <numerusform>%n tugas</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n late</source>
      <translation>
        <numerusform>%n terlambat</numerusform>
      </translation>
    </message>
    <message>
      <source>Everything is fine</source>
      <translation>Semuanya baik</translation>
    </message>
    <message>
      <source>Nobody on record in it</source>
      <translation>Tidak ada orang yang tercatat di dalamnya</translation>
    </message>
    <message numerus="yes">
      <source>%n person(s)</source>
      <translation>
        <numerusform>%n orang</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n minute(s)</source>
      <translation>
        <numerusform>%n menit</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>recording</name>
    <message>
      <source>From {country}</source>
      <translation>Dari {country}</translation>
    </message>
    <message>
      <source>Speaks {languages}</source>
      <translation>Berbahasa {languages}</translation>
    </message>
    <message>
      <source>No name yet</source>
      <translation>Belum ada nama</translation>
    </message>
    <message>
      <source>{start} to {end}</source>
      <translation>{start} sampai {end}</translation>
    </message>
    <message>
      <source>Discarded</source>
      <translation>Disisihkan</translation>
    </message>
    <message>
      <source>Play or pause</source>
      <translation>Putar atau jeda</translation>
    </message>
    <message>
      <source>Play back, stop, play on; again for faster</source>
      <translation>Putar mundur, berhenti, putar maju; ulangi untuk lebih cepat</translation>
    </message>
    <message>
      <source>One frame back or on; with Shift one second</source>
      <translation>Mundur atau maju satu bingkai; dengan Shift satu detik</translation>
    </message>
    <message>
      <source>To the beginning or the end</source>
      <translation>Ke awal atau akhir</translation>
    </message>
    <message>
      <source>Previous or next conversation</source>
      <translation>Percakapan sebelumnya atau berikutnya</translation>
    </message>
    <message>
      <source>Set the beginning or the end of what is marked</source>
      <translation>Atur awal atau akhir yang ditandai</translation>
    </message>
    <message>
      <source>Make the marked stretch a conversation</source>
      <translation>Jadikan bagian yang ditandai percakapan</translation>
    </message>
    <message>
      <source>Split the conversation at the playhead</source>
      <translation>Pisahkan percakapan di posisi putar</translation>
    </message>
    <message>
      <source>Merge it with the next one</source>
      <translation>Gabungkan dengan berikutnya</translation>
    </message>
    <message>
      <source>Set it aside</source>
      <translation>Sisihkan</translation>
    </message>
    <message>
      <source>Mark the permission; then play what is marked</source>
      <translation>Tandai izin; lalu putar yang ditandai</translation>
    </message>
    <message>
      <source>Seal</source>
      <translation>Segel</translation>
    </message>
    <message>
      <source>Zoom; also Ctrl and the mouse wheel</source>
      <translation>Perbesar; juga Ctrl dan roda tetikus</translation>
    </message>
    <message>
      <source>Show all, the conversation, the second</source>
      <translation>Tampilkan semua, percakapan, detik</translation>
    </message>
    <message>
      <source>Undo; with Shift redo</source>
      <translation>Urungkan; dengan Shift ulangi</translation>
    </message>
    <message>
      <source>Pictures, documents, sound</source>
      <translation>Gambar, dokumen, suara</translation>
    </message>
    <message>
      <source>You asked at {time}</source>
      <translation>Anda bertanya pukul {time}</translation>
    </message>
    <message>
      <source>That is {place} in this recording.</source>
      <translation>Itu {place} di rekaman ini.</translation>
    </message>
    <message>
      <source>Use</source>
      <translation>Pakai</translation>
    </message>
    <message>
      <source>Conversation set aside.</source>
      <translation>Percakapan disisihkan.</translation>
    </message>
    <message>
      <source>Partner {number}</source>
      <translation>Lawan bicara {number}</translation>
    </message>
    <message>
      <source>Sealing a permission</source>
      <translation>Menyegel izin</translation>
    </message>
    <message>
      <source>Sealed as {short_id}.</source>
      <translation>Disegel sebagai {short_id}.</translation>
    </message>
    <message>
      <source>Looking at the file</source>
      <translation>Memeriksa berkas</translation>
    </message>
    <message>
      <source>Erasing a permission</source>
      <translation>Menghapus izin</translation>
    </message>
    <message>
      <source>Added to {name}.</source>
      <translation>Ditambahkan ke {name}.</translation>
    </message>
    <message>
      <source>Only pictures, PDF, text and sound can be added.</source>
      <translation>Hanya gambar, PDF, teks, dan suara yang bisa ditambahkan.</translation>
    </message>
    <message>
      <source>Sealing a file</source>
      <translation>Menyegel berkas</translation>
    </message>
    <message>
      <source>They said yes…</source>
      <translation>Mereka setuju…</translation>
    </message>
    <message>
      <source>They said no…</source>
      <translation>Mereka menolak…</translation>
    </message>
    <message>
      <source>They gave no clear answer…</source>
      <translation>Jawabannya tidak jelas…</translation>
    </message>
    <message>
      <source>Renew…</source>
      <translation>Perbarui…</translation>
    </message>
    <message>
      <source>The partner withdrew…</source>
      <translation>Lawan bicara mencabut…</translation>
    </message>
    <message>
      <source>Suspend…</source>
      <translation>Tangguhkan…</translation>
    </message>
    <message>
      <source>Lift the suspension…</source>
      <translation>Akhiri penangguhan…</translation>
    </message>
    <message>
      <source>Revoke…</source>
      <translation>Batalkan…</translation>
    </message>
    <message>
      <source>Note that you asked again…</source>
      <translation>Catat bahwa Anda bertanya lagi…</translation>
    </message>
    <message>
      <source>Declare void…</source>
      <translation>Nyatakan tidak sah…</translation>
    </message>
    <message>
      <source>Erase the data…</source>
      <translation>Hapus data…</translation>
    </message>
    <message>
      <source>They said yes</source>
      <translation>Mereka setuju</translation>
    </message>
    <message>
      <source>They said no</source>
      <translation>Mereka menolak</translation>
    </message>
    <message>
      <source>They gave no clear answer</source>
      <translation>Jawabannya tidak jelas</translation>
    </message>
    <message>
      <source>Renew the permission</source>
      <translation>Perbarui izin</translation>
    </message>
    <message>
      <source>The partner withdrew</source>
      <translation>Lawan bicara mencabut</translation>
    </message>
    <message>
      <source>Suspend the permission</source>
      <translation>Tangguhkan izin</translation>
    </message>
    <message>
      <source>Lift the suspension</source>
      <translation>Akhiri penangguhan</translation>
    </message>
    <message>
      <source>Revoke the permission</source>
      <translation>Batalkan izin</translation>
    </message>
    <message>
      <source>You asked again</source>
      <translation>Anda bertanya lagi</translation>
    </message>
    <message>
      <source>Declare the permission void</source>
      <translation>Nyatakan izin tidak sah</translation>
    </message>
    <message>
      <source>Erase the data</source>
      <translation>Hapus data</translation>
    </message>
    <message>
      <source>The answer to the open question. Add what shows it under Evidence.</source>
      <translation>Jawaban atas pertanyaan yang terbuka. Tambahkan yang menunjukkannya di Alat bukti.</translation>
    </message>
    <message>
      <source>Do not ask this person again for 30 days, unless they begin.</source>
      <translation>Jangan bertanya lagi selama 30 hari, kecuali orang itu memulai.</translation>
    </message>
    <message>
      <source>Nothing is permitted until they answer.</source>
      <translation>Tidak ada yang diizinkan sampai ada jawaban.</translation>
    </message>
    <message>
      <source>The partner said yes again. The permission holds until the new day.</source>
      <translation>Lawan bicara setuju lagi. Izin berlaku sampai hari yang baru.</translation>
    </message>
    <message>
      <source>The partner took it back. It does not permit any more, and cannot be given again here.</source>
      <translation>Lawan bicara mencabutnya. Izin ini tidak berlaku lagi dan tidak bisa diberikan lagi di sini.</translation>
    </message>
    <message>
      <source>Something is in doubt. It does not permit until you lift the suspension.</source>
      <translation>Ada yang diragukan. Izin tidak berlaku sampai penangguhan diakhiri.</translation>
    </message>
    <message>
      <source>The doubt is settled. It stands again where it stood before.</source>
      <translation>Keraguan sudah selesai. Izin kembali seperti semula.</translation>
    </message>
    <message>
      <source>You end it yourself, although the partner did not ask for that.</source>
      <translation>Anda sendiri mengakhirinya, walau lawan bicara tidak meminta.</translation>
    </message>
    <message>
      <source>The notice was given once more, and the answer is still to come.</source>
      <translation>Pemberitahuan disampaikan sekali lagi, jawabannya belum ada.</translation>
    </message>
    <message>
      <source>It was never a permission. Every past use is in question as well.</source>
      <translation>Ini tidak pernah menjadi izin. Semua pemakaian yang lalu juga dipertanyakan.</translation>
    </message>
    <message>
      <source>This cannot be undone.</source>
      <translation>Ini tidak bisa dibatalkan.</translation>
    </message>
    <message>
      <source>Say what you heard.</source>
      <translation>Pilih apa yang Anda dengar.</translation>
    </message>
    <message>
      <source>Only a person who says to be 18 or older can give a permission.</source>
      <translation>Hanya orang yang mengaku 18 tahun atau lebih yang bisa memberi izin.</translation>
    </message>
    <message>
      <source>Give the person a name to be found under.</source>
      <translation>Beri nama agar orang ini bisa dicari.</translation>
    </message>
    <message>
      <source>Choose at least one purpose.</source>
      <translation>Pilih paling sedikit satu tujuan.</translation>
    </message>
    <message>
      <source>Every purpose was answered with no. Choose No as what you heard.</source>
      <translation>Semua tujuan dijawab tidak. Pilih Tidak sebagai yang Anda dengar.</translation>
    </message>
    <message>
      <source>Mark question and answer, attach a file, or write down what was agreed.</source>
      <translation>Tandai tanya jawab, lampirkan berkas, atau tulis kesepakatannya.</translation>
    </message>
    <message>
      <source>The answer begins before the question. Mark one of them again.</source>
      <translation>Jawaban mulai sebelum pertanyaan. Tandai ulang salah satunya.</translation>
    </message>
    <message>
      <source>Question and answer lie more than 15 minutes apart. Mark them closer.</source>
      <translation>Tanya jawab berjarak lebih dari 15 menit. Tandai lebih dekat.</translation>
    </message>
    <message>
      <source>The answer lies outside this conversation. Mark it inside, or move the edges.</source>
      <translation>Jawaban berada di luar percakapan ini. Tandai di dalamnya, atau geser batasnya.</translation>
    </message>
    <message>
      <source>The last day lies before the conversation. Choose a later one.</source>
      <translation>Hari terakhir ada sebelum percakapan. Pilih yang lebih akhir.</translation>
    </message>
    <message>
      <source>Choose what may be used: face, voice, name.</source>
      <translation>Pilih yang boleh dipakai: wajah, suara, nama.</translation>
    </message>
    <message>
      <source>Choose where it may be shown.</source>
      <translation>Pilih tempat boleh ditayangkan.</translation>
    </message>
    <message>
      <source>Age not asked</source>
      <translation>Umur tidak ditanya</translation>
    </message>
    <message>
      <source>Says to be 18 or older</source>
      <translation>Mengaku 18 tahun atau lebih</translation>
    </message>
    <message>
      <source>Not 18 yet</source>
      <translation>Belum 18 tahun</translation>
    </message>
    <message>
      <source>Set by hand</source>
      <translation>Diatur sendiri</translation>
    </message>
    <message>
      <source>Clear edges</source>
      <translation>Tepi jelas</translation>
    </message>
    <message>
      <source>Likely</source>
      <translation>Mungkin</translation>
    </message>
    <message>
      <source>Unsure, please look</source>
      <translation>Ragu, mohon periksa</translation>
    </message>
    <message>
      <source>This person</source>
      <translation>Orang ini</translation>
    </message>
    <message>
      <source>{name} said no to: {purposes}.</source>
      <translation>{name} menolak: {purposes}.</translation>
    </message>
    <message>
      <source>{name} gave no clear answer to: {purposes}. Nothing is permitted.</source>
      <translation>{name} tidak memberi jawaban jelas untuk: {purposes}. Tidak ada yang diizinkan.</translation>
    </message>
    <message>
      <source>{name} allows: {purposes}.</source>
      <translation>{name} mengizinkan: {purposes}.</translation>
    </message>
    <message>
      <source>Not allowed: {purposes}.</source>
      <translation>Tidak diizinkan: {purposes}.</translation>
    </message>
    <message>
      <source>Before use: {conditions}.</source>
      <translation>Sebelum dipakai: {conditions}.</translation>
    </message>
    <message>
      <source>worldwide</source>
      <translation>seluruh dunia</translation>
    </message>
    <message>
      <source>Used: {data}. Where: {places}. Until: {date}.</source>
      <translation>Dipakai: {data}. Tempat: {places}. Sampai: {date}.</translation>
    </message>
  </context>
  <context>
    <name>recordings</name>
    <message>
      <source>Missing</source>
      <translation>Hilang</translation>
    </message>
    <message>
      <source>Adding a recording</source>
      <translation>Menambahkan rekaman</translation>
    </message>
    <message>
      <source>Found it.</source>
      <translation>Ditemukan.</translation>
    </message>
    <message>
      <source>This recording was here already.</source>
      <translation>Rekaman ini sudah ada.</translation>
    </message>
    <message>
      <source>It stays: permissions on record refer to it.</source>
      <translation>Tetap di sini: ada izin tercatat yang merujuknya.</translation>
    </message>
    <message>
      <source>Taken off the list. The file stays where it is.</source>
      <translation>Dikeluarkan dari daftar. Berkasnya tetap di tempatnya.</translation>
    </message>
    <message>
      <source>Sound only</source>
      <translation>Hanya suara</translation>
    </message>
    <message>
      <source>{width} by {height}</source>
      <translation>{width} x {height}</translation>
    </message>
    <message>
      <source>No record yet: {count}</source>
      <translation>Belum tercatat: {count}</translation>
    </message>
    <message>
      <source>Cut off: {there} of {whole} are there.</source>
      <translation>Terpotong: ada {there} dari {whole}.</translation>
    </message>
    <message>
      <source>Cut off after {there}.</source>
      <translation>Terpotong setelah {there}.</translation>
    </message>
    <message>
      <source>Damaged in places, first at {time}.</source>
      <translation>Rusak di beberapa bagian, pertama di {time}.</translation>
    </message>
    <message>
      <source>Damaged in places.</source>
      <translation>Rusak di beberapa bagian.</translation>
    </message>
    <message>
      <source>The file is missing.</source>
      <translation>Berkas hilang.</translation>
    </message>
  </context>
  <context>
    <name>redaction</name>
    <message>
      <source>Previous or next face in the picture</source>
      <translation>Wajah sebelumnya atau berikutnya dalam gambar</translation>
    </message>
    <message>
      <source>Move the chosen face's box</source>
      <translation>Geser kotak wajah terpilih</translation>
    </message>
    <message>
      <source>Make the box larger or smaller</source>
      <translation>Perbesar atau perkecil kotak</translation>
    </message>
    <message>
      <source>New box; take a face out</source>
      <translation>Kotak baru; keluarkan wajah</translation>
    </message>
    <message>
      <source>Blur the chosen face, or not</source>
      <translation>Kaburkan wajah terpilih, atau tidak</translation>
    </message>
    <message>
      <source>Previous or next moment to look at</source>
      <translation>Saat sebelumnya atau berikutnya yang perlu dilihat</translation>
    </message>
    <message>
      <source>Mark the moment as looked at</source>
      <translation>Tandai saat itu sudah dilihat</translation>
    </message>
    <message>
      <source>Before and after</source>
      <translation>Sebelum dan sesudah</translation>
    </message>
    <message>
      <source>Leave as it is</source>
      <translation>Biarkan apa adanya</translation>
    </message>
    <message>
      <source>Alter the voice</source>
      <translation>Ubah suara</translation>
    </message>
    <message>
      <source>Mute</source>
      <translation>Bisukan</translation>
    </message>
    <message>
      <source>Blur the face</source>
      <translation>Kaburkan wajah</translation>
    </message>
    <message>
      <source>Hide the picture</source>
      <translation>Tutup gambar</translation>
    </message>
    <message>
      <source>Cut out</source>
      <translation>Potong</translation>
    </message>
    <message>
      <source>The face was lost and followed through.</source>
      <translation>Wajah sempat hilang dan diikuti terus.</translation>
    </message>
    <message>
      <source>The face is hard to see.</source>
      <translation>Wajah sulit terlihat.</translation>
    </message>
    <message>
      <source>The face is partly outside.</source>
      <translation>Sebagian wajah di luar gambar.</translation>
    </message>
    <message>
      <source>The face appears or goes within a shot.</source>
      <translation>Wajah muncul atau hilang di tengah adegan.</translation>
    </message>
    <message>
      <source>Somebody should be here; no face is covered.</source>
      <translation>Seharusnya ada orang; tidak ada wajah yang ditutupi.</translation>
    </message>
    <message>
      <source>Footage of unknown origin</source>
      <translation>Materi yang asalnya tidak diketahui</translation>
    </message>
    <message>
      <source>No name yet</source>
      <translation>Belum ada nama</translation>
    </message>
    <message>
      <source>seen {picture}, heard {sound}</source>
      <translation>terlihat {picture}, terdengar {sound}</translation>
    </message>
    <message>
      <source>Nothing changes.</source>
      <translation>Tidak ada yang berubah.</translation>
    </message>
    <message>
      <source>With this, the plan passes.</source>
      <translation>Dengan ini, rencana lolos.</translation>
    </message>
    <message>
      <source>{name} for publication</source>
      <translation>{name} untuk publikasi</translation>
    </message>
    <message>
      <source>{name} was written, and its plan passes.</source>
      <translation>{name} telah ditulis, dan rencananya lolos.</translation>
    </message>
    <message>
      <source>{name} was written; something still blocks.</source>
      <translation>{name} telah ditulis; masih ada yang menghalangi.</translation>
    </message>
    <message>
      <source>{name} was written.</source>
      <translation>{name} sudah ditulis.</translation>
    </message>
    <message numerus="yes">
      <source>%n second(s) change.</source>
      <translation>
        <numerusform>%n detik berubah.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n of them are cut.</source>
      <translation>
        <numerusform>%n di antaranya dipotong.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n rule(s) still block; no change here mends them.</source>
      <translation>
        <numerusform>%n aturan masih menghalangi; tidak ada perubahan di sini yang memperbaikinya.</numerusform>
      </translation>
    </message>
  </context>
</TS>