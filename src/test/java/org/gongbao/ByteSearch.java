package org.gongbao;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Looks for words in bytes of any kind: as they are, unpacked (gzip, zip, zstd, Parquet), and in the streams, strings, text and fonts of
 * PDF; in UTF-8, both orders of UTF-16, GB18030, as hexadecimal digits, as escapes of JSON and of addresses.
 */
final class ByteSearch {

    private final Map<Integer, List<byte[]>> patterns = new HashMap<>();
    private final Map<byte[], String> words = new java.util.IdentityHashMap<>();
    private final Map<String, TreeSet<String>> known = new HashMap<>();
    private final BitSet beginnings = new BitSet(1 << 16);
    private final String rare;
    private long searched;

    /** @param rare characters that must be in no font either */
    ByteSearch(Collection<String> words, String rare) {
        this.rare = rare;
        words.forEach(word -> forms(word).forEach(form -> add(word, form)));
    }

    private static List<byte[]> forms(String word) {
        List<byte[]> forms = new ArrayList<>();
        for (Charset charset : List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16BE,
                StandardCharsets.UTF_16LE,
                Charset.forName("GB18030"))) {
            byte[] bytes = word.getBytes(charset);
            forms.add(bytes);
            forms.add(HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII));
            forms.add(HexFormat.of().withUpperCase().formatHex(bytes).getBytes(StandardCharsets.US_ASCII));
        }
        StringBuilder escaped = new StringBuilder();
        word.chars().forEach(c -> escaped.append(c < 0x80 ? (char) c : String.format("\\u%04x", c)));
        forms.add(escaped.toString().getBytes(StandardCharsets.US_ASCII));
        forms.add(java.net.URLEncoder.encode(word, StandardCharsets.UTF_8).getBytes(StandardCharsets.US_ASCII));
        return forms;
    }

    private void add(String word, byte[] form) {
        beginnings.set((form[0] & 0xff) << 8 | form[1] & 0xff);
        patterns.computeIfAbsent(beginning(form, 0), key -> new ArrayList<>()).add(form);
        words.put(form, word);
    }

    private static int beginning(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | bytes[at + 3] & 0xff;
    }

    /** How many bytes were looked through. */
    long searched() {
        return searched;
    }

    /** The words that bytes hold. The same bytes are looked through once. */
    TreeSet<String> in(byte[] bytes) {
        return known.computeIfAbsent(new String(digest(bytes), StandardCharsets.ISO_8859_1), key -> anew(bytes));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private TreeSet<String> anew(byte[] bytes) {
        TreeSet<String> found = new TreeSet<>();
        try {
            search(bytes, found, 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return found;
    }

    private void search(byte[] bytes, TreeSet<String> found, int depth) throws IOException {
        plain(bytes, found);
        if (depth > 4 || bytes.length < 4) {
            return;
        }
        int head = beginning(bytes, 0);
        if (head >>> 16 == 0x1f8b) {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                search(in.readAllBytes(), found, depth + 1);
            }
        } else if (head == 0x504b0304) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    plain(entry.getName().getBytes(StandardCharsets.UTF_8), found);
                    search(zip.readAllBytes(), found, depth + 1);
                }
            }
        } else if (head == 0x28b52ffd) {
            try (InputStream in = new ZstdInputStream(new ByteArrayInputStream(bytes))) {
                search(in.readAllBytes(), found, depth + 1);
            }
        } else if (head == 0x25504446) {
            pdf(bytes, found);
        } else if (ZstdFrames.isParquet(bytes)) {
            ZstdFrames.in(bytes).forEach(page -> plain(page, found));
        }
    }

    private void plain(byte[] bytes, TreeSet<String> found) {
        searched += bytes.length;
        for (int i = 0; i + 4 <= bytes.length; i++) {
            if (beginnings.get((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff)) {
                for (byte[] form : patterns.getOrDefault(beginning(bytes, i), List.of())) {
                    if (java.util.Arrays.equals(
                            bytes, i, Math.min(bytes.length, i + form.length), form, 0, form.length)) {
                        found.add(String.valueOf(words.get(form)));
                    }
                }
            }
        }
    }

    private void pdf(byte[] bytes, TreeSet<String> found) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            plain(new PDFTextStripper().getText(document).getBytes(StandardCharsets.UTF_8), found);
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                values(document.getDocument().getObjectFromPool(key).getObject(), found);
            }
            values(document.getDocument().getTrailer(), found);
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    font(page.getResources().getFont(name), found);
                }
            }
        }
    }

    private void values(@org.jspecify.annotations.Nullable COSBase base, TreeSet<String> found) throws IOException {
        if (base instanceof COSString string) {
            plain(string.getBytes(), found);
        } else if (base instanceof COSArray array) {
            for (COSBase each : array) {
                values(each instanceof COSObject ? null : each, found);
            }
        } else if (base instanceof COSDictionary dictionary) {
            for (COSName name : dictionary.keySet()) {
                plain(name.getName().getBytes(StandardCharsets.UTF_8), found);
                COSBase value = dictionary.getItem(name);
                values(value instanceof COSObject ? null : value, found);
            }
            boolean isPicture = COSName.IMAGE.equals(dictionary.getCOSName(COSName.SUBTYPE));
            if (dictionary instanceof COSStream stream && !isPicture) {
                try (InputStream in = stream.createInputStream()) {
                    plain(in.readAllBytes(), found);
                }
            }
        }
    }

    /** What a font can write, whether it is written or not. */
    private void font(PDFont font, TreeSet<String> found) throws IOException {
        for (int code = 0; code < 0x10000; code++) {
            String text = font.toUnicode(code);
            if (text != null && !text.isEmpty() && rare.contains(text)) {
                found.add("the character " + text + " in the font " + font.getName());
            }
        }
    }
}
