package org.gongbao.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

    @Test
    void aFullTileAPartialTileAndABundleHaveTheirPaths() {
        assertThat(TilePath.parse("0/x001/x234/067")).contains(new TilePath(0, 1_234_067, 256));
        assertThat(TilePath.parse("1/000.p/17")).contains(new TilePath(1, 0, 17));
        assertThat(TilePath.parse("entries/x001/000.p/255")).contains(new TilePath(TilePath.ENTRIES, 1000, 255));
        assertThat(TilePath.parse("0/256")).contains(new TilePath(0, 256, 256));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0/1",
                "0/0000",
                "0/x000/001",
                "00/000",
                "0/000.p/256",
                "0/000.p/0",
                "0/000.p/007",
                "0/001/x234",
                "entries/../checkpoint",
                "0/000.p/",
                "-1/000",
                "0/000/",
                "0/x１２３/000",
                "100/000",
                "0/x001/x001/x001/x001/x001/x001/001"
            })
    void whatIsNoPathOfATileIsRefused(String text) {
        assertThat(TilePath.parse(text)).isEmpty();
    }
}
