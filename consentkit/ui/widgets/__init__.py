"""Small widgets every page uses.

=========  =====================================================================================
labels     ``label``, ``icon_label``, ``line``, ``ElidedLabel``, ``TimeLabel``
buttons    ``button``, ``icon_button``
chips      ``Chip``, ``StatusChip``, ``GradeShield``, ``StatusCounts``; ``paint_chip``,
           ``chip_size`` and ``paint_shield`` for item delegates
inputs     ``SearchField``, ``SecretField``, ``FileDropArea``, ``dropped_files``, ``copy_text``
layout     ``row``, ``column``, ``holding``, ``Card``, ``Section``, ``PageHead``,
           ``page_layout``, ``scrolling``, ``clear``
states     ``EmptyState``, ``Notice``, ``ProgressLine``, ``Toast``
=========  =====================================================================================
"""
