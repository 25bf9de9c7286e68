package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgenciesTest {

    private final Agencies agencies = new Agencies(Profiles.packed());

    @ParameterizedTest
    @ValueSource(strings = {"云州市人民政府", "云州市人民政府办公室", "国务院", "国家税务总局云州市税务局", "中国人民银行云州市分行", "云州市安全生产委员会"})
    void namesOfAgenciesAreKnownByTheirEnds(String name) {
        assertThat(agencies.isName(name)).isTrue();
        assertThat(agencies.takeApart(name)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"关于加强管理的通知", "请认真贯彻执行。", "一、总体要求", "附件：名单", "市长 某某"})
    void otherLinesAreNoNames(String line) {
        assertThat(agencies.names(line)).isEmpty();
    }

    @Test
    void namesArePartedByBlanksBySignsAndByWhereANewOneBegins() {
        assertThat(agencies.names("国务院办公厅　中央军委办公厅")).containsExactly("国务院办公厅", "中央军委办公厅");
        assertThat(agencies.names("云州市财政局、云州市教育局")).containsExactly("云州市财政局", "云州市教育局");
        assertThat(agencies.names("云州市财政局云州市教育局")).containsExactly("云州市财政局", "云州市教育局");
        assertThat(agencies.names("云 州 市 财 政 局")).containsExactly("云州市财政局");
    }
}
