package org.gongbao.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Damages an object of a PDF whose file structure stays whole: the unpacked content of a stream, a number, or where a
 * reference leads, which makes trees that contain themselves.
 */
final class PdfMutation {

    private PdfMutation() {}

    static byte[] of(byte[] whole, ByteMutation mutation, byte[] other, Random random) throws IOException {
        try (PDDocument document = Loader.loadPDF(whole)) {
            COSDocument objects = document.getDocument();
            List<COSObject> all = new ArrayList<>();
            for (COSObjectKey key :
                    objects.getXrefTable().keySet().stream().sorted().toList()) {
                all.add(objects.getObjectFromPool(key));
            }
            if (random.nextBoolean()) {
                content(pick(streams(all), random), mutation, other, random);
            } else {
                for (int n = 1 + random.nextInt(3); n > 0; n--) {
                    value(pick(all, random), all, random);
                }
            }
            // The time must play no part in the identifier, or the same numbers would not give the same bytes.
            document.setDocumentId(random.nextLong());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<COSStream> streams(List<COSObject> all) {
        List<COSStream> streams = new ArrayList<>();
        for (COSObject object : all) {
            if (object.getObject() instanceof COSStream stream) {
                streams.add(stream);
            }
        }
        return streams;
    }

    private static void content(COSStream stream, ByteMutation mutation, byte[] other, Random random)
            throws IOException {
        byte[] content;
        try (InputStream in = stream.createInputStream()) {
            content = in.readAllBytes();
        }
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(mutation.apply(content, other, random));
        }
    }

    /** Gives a number in the object another value, or lets a reference lead to another object. */
    private static void value(COSObject object, List<COSObject> all, Random random) {
        COSBase base = object.getObject();
        if (base instanceof COSDictionary dictionary) {
            List<COSName> names = List.copyOf(dictionary.keySet());
            if (!names.isEmpty()) {
                COSName name = pick(names, random);
                dictionary.setItem(name, other(dictionary.getItem(name), all, random));
            }
        } else if (base instanceof COSArray array && array.size() > 0) {
            int index = random.nextInt(array.size());
            array.set(index, other(array.get(index), all, random));
        }
    }

    private static COSBase other(COSBase value, List<COSObject> all, Random random) {
        if (value instanceof COSArray array && array.size() > 0 && random.nextInt(4) > 0) {
            int index = random.nextInt(array.size());
            array.set(index, other(array.get(index), all, random));
            return array;
        }
        boolean number = value instanceof COSNumber || random.nextInt(8) == 0;
        return number ? number(random) : pick(all, random);
    }

    private static COSBase number(Random random) {
        try {
            return COSNumber.get(ByteMutation.monstrousNumber(random));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
