package org.gongbao.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudIndexNamesTest {

    @Test
    void aNameThatIsMadeIsKnownAsItsOwn() {
        assertThat(CloudIndex.isOwnName(CloudIndex.newName("gongbao"), "gongbao"))
                .isTrue();
        assertThat(CloudIndex.isOwnName(CloudIndex.newName("other"), "gongbao")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gongbao",
                "gongbao-archive",
                "gongbao-2024",
                "gongbao-filled-2024",
                "gongbao-filled-0000000000000-copy",
                "gongbao-test-filled-0000000000000"
            })
    void aCollectionOfSomebodyElseIsLeftAlone(String collection) {
        assertThat(CloudIndex.isOwnName(collection, "gongbao")).isFalse();
    }
}
