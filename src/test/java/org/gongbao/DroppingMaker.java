package org.gongbao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongbao.extraction.Workers;
import org.gongbao.privacy.PackageMaker;
import org.gongbao.publication.RecordJson;
import org.gongbao.record.DocumentRecord;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.json.JsonMapper;

/**
 * Packages without a marked paragraph: whatever is public is made from a copy in which it never stood. It is no
 * component, so that only who names it gets it.
 */
class DroppingMaker {

    /** What the paragraph to be dropped holds. */
    static final String MARK = "内部掌握的联系渠道";

    @Bean
    @Primary
    PackageMaker packagesWithoutTheParagraph(@Qualifier("packageMaker") PackageMaker real, Workers workers) {
        return (original, working, decided, portion, folder) -> {
            if (!working.text().contains(MARK)) {
                return real.make(original, working, decided, portion, folder);
            }
            Path copy = without(original, folder);
            byte[] read = workers.run("record", copy, Map.of("name", "copy.txt"));
            DocumentRecord record =
                    RecordJson.read(JsonMapper.builder().build().readTree(read).get("record"));
            return real.make(copy, record, decided, portion, folder);
        };
    }

    private static Path without(Path original, Path folder) {
        try {
            String kept = Files.readAllLines(original).stream()
                    .filter(line -> !line.contains(MARK))
                    .collect(Collectors.joining("\n"));
            return Files.writeString(Files.createDirectories(folder).resolve("copy.txt"), kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
