package org.gongbao.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ResourceBundle;
import org.gongbao.linkeddata.SparqlService.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SparqlWordsTest {

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasItsWords(Reason reason) {
        ResourceBundle words = ResourceBundle.getBundle("messages");
        assertThat(words.containsKey("problem." + SparqlAnswers.code(reason) + ".title"))
                .isTrue();
        assertThat(words.containsKey("problem." + SparqlAnswers.code(reason) + ".text"))
                .isTrue();
    }
}
