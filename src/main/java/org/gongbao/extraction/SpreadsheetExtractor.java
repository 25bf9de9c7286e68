package org.gongbao.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.gongbao.record.Finding;

/**
 * Reads workbooks, XLSX and XLS, which come as annexes: each sheet as a table of what it shows. Formulas give the value that
 * was stored with them; nothing is computed and nothing outside the file is read.
 */
public final class SpreadsheetExtractor implements Extractor {

    /** A model of a larger sheet would not fit beside its neighbours in a worker. */
    private static final long LARGEST_PART = 64L << 20;

    static {
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
    }

    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals(MediaTypes.XLSX) || mediaType.equals(MediaTypes.XLS);
    }

    @Override
    public ExtractedText extract(Path file, String mediaType, ExtractionLimits limits) {
        try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            return extract(workbook, mediaType);
        } catch (EncryptedDocumentException e) {
            throw Refusals.encrypted(mediaType);
        } catch (OldExcelFormatException e) {
            throw new UnreadableFileException(
                    "file.unsupported",
                    "a workbook of Excel 95 or older came; expected XLS of Excel 97 or later, or XLSX");
        } catch (IOException e) {
            throw new UnreadableFileException(
                    "file.damaged",
                    "a damaged or too large workbook came (" + e.getMessage()
                            + "); expected a whole one, no part of it over " + LARGEST_PART + " bytes unpacked");
        }
    }

    private static ExtractedText extract(Workbook workbook, String mediaType) {
        List<Block> blocks = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        SheetReader reader = new SheetReader(findings);
        int shown = 0;
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            shown += workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE ? 1 : 0;
        }
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            Sheet sheet = workbook.getSheetAt(i);
            if (workbook.getSheetVisibility(i) != SheetVisibility.VISIBLE) {
                findings.add(Finding.warning("sheet.hidden-sheet", "hidden sheet number " + (i + 1) + " was left out"));
                continue;
            }
            List<Block> content = reader.read(sheet);
            if (shown > 1 && !content.isEmpty()) {
                blocks.add(Paragraph.of(sheet.getSheetName()));
            }
            blocks.addAll(content);
        }
        findings.addAll(reader.characters());
        if (blocks.isEmpty()) {
            findings.add(Finding.warning("sheet.no-text", "a workbook without any value came; expected a table"));
        }
        return ExtractedText.unpaged(mediaType, null, blocks, Map.of(), findings);
    }
}
