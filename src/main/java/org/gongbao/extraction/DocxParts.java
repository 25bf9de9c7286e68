package org.gongbao.extraction;

/** What the parts of a DOCX share while its body is read. */
record DocxParts(
        DocxStyles styles, DocxNumbering numbering, DocxNotes notes, WordFindings findings, Characters characters) {}
