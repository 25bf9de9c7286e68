package org.gongbao.web.site;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;

/** The schema of the standard, where a folder with it is given as {@code gongbao.schemas}; without one a test is skipped. */
public final class AkomaNtosoSchema {

    /** What the standard's schema takes from the XML namespace, which it names as a file beside it. */
    private static final String XML_SCHEMA = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
              <xs:attribute name="lang" type="xs:string"/>
              <xs:attribute name="space" type="xs:string"/>
              <xs:attribute name="base" type="xs:anyURI"/>
              <xs:attribute name="id" type="xs:ID"/>
            </xs:schema>
            """;

    private AkomaNtosoSchema() {}

    public static Schema read() throws Exception {
        String folder = System.getProperty("gongbao.schemas", "");
        assumeTrue(!folder.isBlank(), "no folder of schemas: set gongbao.schemas");
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        DOMImplementationLS dom =
                (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
        factory.setResourceResolver((type, namespace, publicId, systemId, from) -> {
            LSInput input = dom.createLSInput();
            input.setStringData(XML_SCHEMA);
            return input;
        });
        return factory.newSchema(Path.of(folder, "akomantoso30.xsd").toFile());
    }
}
