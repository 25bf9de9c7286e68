package org.gongbao;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The packages keep to what their {@code package-info.java} says they may import, and engines stay at home. */
class ArchitectureTest {

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.gongbao");

    @Test
    void packagesImportOnlyWhatTheyDeclare() {
        ApplicationModules.of(Gongbao.class).verify();
    }

    @Test
    void theRecordIsFreeOfFrameworks() {
        classes()
                .that()
                .resideInAPackage("org.gongbao.record..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.gongbao.record..", "java..", "org.jspecify..", "org.springframework.modulith")
                .check(CLASSES);
    }

    @Test
    void solrStaysInSearch() {
        engineStaysIn("org.gongbao.search..", "org.apache.solr..", "org.apache.lucene..");
    }

    @Test
    void jenaStaysInLinkedData() {
        engineStaysIn("org.gongbao.linkeddata..", "org.apache.jena..");
    }

    @Test
    void pdfboxAndPoiStayWhereFilesAreReadAndMade() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.gongbao.extraction..", "org.gongbao.privacy..", "org.gongbao.command..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox..", "org.apache.poi..")
                .check(CLASSES);
    }

    @Test
    void whatIsNotPublicIsForTheDeskAlone() {
        noClasses()
                .that()
                .resideInAPackage("org.gongbao.web..")
                .and()
                .resideOutsideOfPackage("org.gongbao.web.desk..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.gongbao.access..",
                        "org.gongbao.review..",
                        "org.gongbao.ingest..",
                        "org.gongbao.privacy..",
                        "org.gongbao.archive..",
                        "org.gongbao.web.desk..")
                .check(CLASSES);
    }

    @Test
    void mailStaysInNotification() {
        engineStaysIn("org.gongbao.notification..", "jakarta.mail..", "org.eclipse.angus..");
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .andShould()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .check(CLASSES);
    }

    private static void engineStaysIn(String home, String... engine) {
        noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(engine)
                .check(CLASSES);
    }
}
