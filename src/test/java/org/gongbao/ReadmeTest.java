package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;

/** The READMEs and {@code application.yml} name the commands and settings that there are, and no others. */
class ReadmeTest {

    private static final Path SETTINGS = Path.of("src/main/resources/application.yml");

    /** Read before any settings record can be, by whoever opens the database. */
    private static final String DATABASE = "gongbao.database.url";

    /** The first column of a table: {@code | `extract FILE… [--out DIR]` |}. */
    private static final Pattern FIRST_COLUMN = Pattern.compile("(?m)^\\| (`[^|]+(?:\\\\\\|[^|]+)*) \\|");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void itNamesEveryCommand(String readme) throws IOException {
        String help = Commands.run("--help").out();
        Set<String> commands = Pattern.compile("(?m)^  ([a-z]+)  ")
                .matcher(help)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(commands).contains("serve", "extract");
        String table = section(readme, "## Commands", "## 命令");
        Set<String> named = codes(table)
                .map(code -> code.split(" ")[0])
                .filter(word -> word.matches("[a-z]+"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(commands);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void itsSettingsAreThereToSet(String readme) throws IOException {
        List<String> settings = codes(section(readme, "## Settings", "## 设置")).toList();
        assertThat(settings).contains("server.port", "gongbao.data");
        assertThat(keys()).containsAll(settings);
    }

    @Test
    void bothNameTheSameCommandsAddressesAndSettings() throws IOException {
        assertThat(codes(Files.readString(Path.of("README.zh-CN.md"))).toList())
                .isEqualTo(codes(Files.readString(Path.of("README.md"))).toList());
    }

    @Test
    void everySettingOfTheCodeIsExplainedInTheFileAndNoOther() throws IOException {
        Set<String> inCode = new TreeSet<>(Set.of(DATABASE));
        for (JavaClass type : ArchitectureTest.CLASSES) {
            if (type.isAnnotatedWith(ConfigurationProperties.class)) {
                String prefix =
                        type.getAnnotationOfType(ConfigurationProperties.class).value();
                Arrays.stream(type.reflect().getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(name -> inCode.add(prefix + "." + kebab(name)));
            }
        }
        assertThat(keys().stream().filter(key -> key.startsWith("gongbao.")))
                .containsExactlyInAnyOrderElementsOf(inCode);
    }

    private static Set<String> keys() throws IOException {
        return new YamlPropertySourceLoader()
                .load("settings", new FileSystemResource(SETTINGS)).stream()
                        .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    private static String section(String readme, String english, String chinese) throws IOException {
        String text = Files.readString(Path.of(readme));
        int from = Math.max(text.indexOf(english), text.indexOf(chinese));
        assertThat(from).as(english).isNotNegative();
        int to = text.indexOf("\n## ", from + 1);
        return text.substring(from, to < 0 ? text.length() : to);
    }

    private static Stream<String> codes(String text) {
        return FIRST_COLUMN
                .matcher(text)
                .results()
                .flatMap(cell -> CODE.matcher(cell.group(1)).results())
                .map(code -> code.group(1));
    }
}
