package org.gongbao.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class SimplificationTest {

    @Test
    void theMappingIsWhatIcuMakesOfIt() throws IOException {
        assertThat(Files.readString(SimplifiedMapping.FILE)).isEqualTo(SimplifiedMapping.text());
    }

    @Test
    void widthScriptAndCaseAreFolded() {
        assertThat(SearchBench.SIMPLIFICATION.fold("數字政府ＡＢ１２㎡〇")).isEqualTo("数字政府ab12m2〇");
    }
}
