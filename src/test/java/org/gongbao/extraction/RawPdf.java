package org.gongbao.extraction;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes PDF objects as they are given, so that they can lie. Object 1 is the catalog, object 2 the root of the pages. */
final class RawPdf {

    private static final String FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

    private final List<byte[]> objects = new ArrayList<>();

    RawPdf() {
        add("<< /Type /Catalog /Pages 2 0 R >>");
        add("");
    }

    /** Numbers of the next object. */
    int next() {
        return objects.size() + 1;
    }

    int add(String object) {
        return add(latin(object));
    }

    private int add(byte[] object) {
        objects.add(object);
        return objects.size();
    }

    RawPdf set(int number, String object) {
        objects.set(number - 1, latin(object));
        return this;
    }

    /** A stream that is packed as many times as filters say. */
    int packed(String entries, byte[] content, int times) {
        byte[] data = content;
        for (int i = 0; i < times; i++) {
            data = deflate(data);
        }
        return stream(entries + " /Filter [" + " /FlateDecode".repeat(times) + " ]", data);
    }

    int stream(String entries, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(latin("<< " + entries + " /Length " + data.length + " >>\nstream\n"));
        out.writeBytes(data);
        out.writeBytes(latin("\nendstream"));
        return add(out.toByteArray());
    }

    int stream(String entries, String data) {
        return stream(entries, latin(data));
    }

    /** A page whose content is the stream of the number; it has Helvetica as F. */
    int page(int content, String entries) {
        return add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " + content + " 0 R " + entries
                + " >>");
    }

    /** A page with a line of text. */
    int textPage(String text) {
        return page(stream("", "BT /F 16 Tf 77 700 Td (" + text + ") Tj ET"), resources(""));
    }

    static String resources(String further) {
        return "/Resources << /Font << /F " + FONT + " >> " + further + " >>";
    }

    RawPdf pages(int... kids) {
        StringBuilder list = new StringBuilder();
        for (int kid : kids) {
            list.append(kid).append(" 0 R ");
        }
        return set(2, "<< /Type /Pages /Count " + kids.length + " /Kids [ " + list + "] >>");
    }

    byte[] bytes() {
        return bytes("");
    }

    /** @param trailer further entries of the trailer, such as {@code /Prev 9} */
    byte[] bytes(String trailer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(latin("%PDF-1.7\n%\u00e4\u00f6\u00fc\u00df\n"));
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format("%010d 00000 n %n", out.size()));
            out.writeBytes(latin((i + 1) + " 0 obj\n"));
            out.writeBytes(objects.get(i));
            out.writeBytes(latin("\nendobj\n"));
        }
        int start = out.size();
        out.writeBytes(latin("xref\n0 " + (objects.size() + 1) + "\n" + table));
        out.writeBytes(latin("trailer << /Size " + (objects.size() + 1) + " /Root 1 0 R "
                + trailer.replace("HERE", Integer.toString(start)) + " >>\nstartxref\n" + start + "\n%%EOF\n"));
        return out.toByteArray();
    }

    static byte[] deflate(byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(9))) {
            deflater.write(data);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
