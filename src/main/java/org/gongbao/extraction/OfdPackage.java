package org.gongbao.extraction;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The ZIP that an OFD is (GB/T 33190-2016, 6). Unpacks no more than its limits say and resolves nothing outside itself:
 * no document types, no entities, no addresses.
 */
final class OfdPackage implements Closeable {

    private static final long MOST_OF_ONE_PART = 64L << 20;

    /** Elements of one part; a page of dense text has some thousands, each a hundred times as large in memory. */
    private static final int MOST_ELEMENTS = 400_000;

    private final ZipFile zip;
    private final ExtractionLimits limits;
    private final DocumentBuilder builder;
    private long unpacked;

    OfdPackage(Path file, ExtractionLimits limits) {
        this.limits = limits;
        try {
            this.zip = new ZipFile(file.toFile());
            this.builder = hardened();
        } catch (ZipException e) {
            throw new UnreadableFileException(
                    "file.damaged", "The OFD is not a whole ZIP (" + e.getMessage() + "); an OFD was expected.");
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DocumentBuilder hardened() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setNamespaceAware(true);
        factory.setExpandEntityReferences(false);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder;
    }

    /** Whether the package has a part of this name. */
    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /**
     * The root element of a part, or nothing when there is no such part.
     *
     * @throws IOException when it is not well-formed XML
     */
    Optional<Element> xml(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) MOST_OF_ONE_PART + 1);
            unpacked += bytes.length;
            if (bytes.length > MOST_OF_ONE_PART || unpacked > limits.unpackedBytes()) {
                throw new UnreadableFileException(
                        "file.too-large",
                        "The OFD unpacks to more than " + limits.unpackedBytes() + " bytes; less was expected.");
            }
            bound(name, bytes);
            return Optional.of(builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement());
        } catch (SAXException e) {
            throw new IOException(name + " is not well-formed XML: " + e.getMessage(), e);
        }
    }

    private static void bound(String name, byte[] bytes) {
        int elements = 0;
        for (int i = 0; i + 1 < bytes.length; i++) {
            elements += bytes[i] == '<' && bytes[i + 1] != '/' ? 1 : 0;
        }
        if (elements > MOST_ELEMENTS) {
            throw new UnreadableFileException(
                    "file.too-large",
                    "The part " + name + " of the OFD has " + elements + " elements; at most " + MOST_ELEMENTS
                            + " are read.");
        }
    }

    /** The name of a part that another part refers to; a leading slash means the root of the package. */
    static String resolve(String base, String reference) {
        String path = reference.startsWith("/") ? reference : base.substring(0, base.lastIndexOf('/') + 1) + reference;
        Deque<String> steps = new ArrayDeque<>();
        for (String step : path.split("/")) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
