package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {

    private static final String NOTICE = "云州市财政局关于印发《云州市财政专项资金管理办法》的通知\r\n云财规〔2023〕4号\r\n各县（区）财政局：\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void theEncodingIsFoundWithoutAMark(String charset) {
        TextDecoder.Decoded decoded = TextDecoder.decode(NOTICE.getBytes(Charset.forName(charset)), null);
        assertThat(decoded.text()).isEqualTo(NOTICE);
        assertThat(decoded.charset()).isEqualTo(charset);
        assertThat(decoded.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsNoPartOfTheText(String charset) {
        byte[] bytes = ("\uFEFF" + NOTICE).getBytes(Charset.forName(charset));
        assertThat(TextDecoder.decode(bytes, null).text()).isEqualTo(NOTICE);
    }

    @Test
    void traditionalTextInBig5IsNotTakenForGb18030() {
        String gazette = "雲州市政府公報第十二期，關於修正機關檔案管理辦法第三條條文，並自發布日施行。";
        TextDecoder.Decoded decoded = TextDecoder.decode(gazette.getBytes(Charset.forName("Big5")), null);
        assertThat(decoded.text()).isEqualTo(gazette);
        assertThat(decoded.charset()).isEqualTo("Big5");
    }

    @Test
    void gb18030ReachesBeyondTheBasicPlane() {
        String names = "居民𠮷某、𬭚某等提出的建议，由云州市档案局办理，㐂字亦然。";
        TextDecoder.Decoded decoded = TextDecoder.decode(names.getBytes(Charset.forName("GB18030")), null);
        assertThat(decoded.text()).isEqualTo(names);
    }

    @Test
    void theEditionOf2022GivesStandardCharactersAndNoPrivateOnes() {
        byte[] text = "云州市文件，".getBytes(Charset.forName("GB18030"));
        byte[] bytes = java.util.Arrays.copyOf(text, text.length + 4);
        bytes[text.length] = (byte) 0xFE;
        bytes[text.length + 1] = 0x59;
        bytes[text.length + 2] = (byte) 0xA6;
        bytes[text.length + 3] = (byte) 0xD9;
        assertThat(TextDecoder.decode(bytes, null).text()).isEqualTo("云州市文件，\u9FB4\uFE10");
    }

    @Test
    void declaredGbkIsReadAsGb18030() {
        byte[] bytes = "朱镕基".getBytes(Charset.forName("GBK"));
        assertThat(TextDecoder.decode(bytes, "gb2312").text()).isEqualTo("朱镕基");
    }

    @Test
    void whatIsUtf8StaysUtf8WhateverIsDeclared() {
        assertThat(TextDecoder.decode(NOTICE.getBytes(StandardCharsets.UTF_8), "gb2312")
                        .charset())
                .isEqualTo("UTF-8");
        assertThat(TextDecoder.decode(TestFiles.bytes("+ADw-script+AD4-"), "utf-7")
                        .text())
                .isEqualTo("+ADw-script+AD4-");
    }

    @Test
    void undecodableBytesAreSeenAndReported() {
        byte[] bytes = NOTICE.getBytes(StandardCharsets.UTF_8);
        bytes[30] = (byte) 0xFF;
        TextDecoder.Decoded decoded = TextDecoder.decode(bytes, null);
        assertThat(decoded.charset()).isEqualTo("UTF-8");
        assertThat(decoded.text()).contains("\uFFFD");
        assertThat(decoded.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("text.undecodable");
            assertThat(finding.quote()).contains("\uFFFD");
        });
    }

    @Test
    void halfASurrogatePairIsReplaced() {
        byte[] bytes = {(byte) 0xFF, (byte) 0xFE, 0x11, 0x4E, 0x00, (byte) 0xD8, 0x11, 0x4E};
        TextDecoder.Decoded decoded = TextDecoder.decode(bytes, null);
        assertThat(decoded.text()).isEqualTo("丑\uFFFD丑");
        assertThat(decoded.undecodable()).isEqualTo(1);
    }

    @Test
    void oneDamagedByteDoesNotMakeUtf8AnotherEncoding() {
        byte[] bytes = "云州市人民政府办公室关于印发方案的通知".getBytes(StandardCharsets.UTF_8);
        byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length - 1);
        byte[] damaged = bytes.clone();
        damaged[10] = (byte) 0xFF;
        assertThat(TextDecoder.decode(cut, null).text()).startsWith("云州市人民政府办公室关于印发方案的通");
        assertThat(TextDecoder.decode(damaged, "gb2312").text())
                .startsWith("云州市")
                .endsWith("关于印发方案的通知");
        assertThat(TextDecoder.decode(damaged, null).findings())
                .extracting(finding -> finding.code())
                .containsExactly("text.undecodable");
    }
}
