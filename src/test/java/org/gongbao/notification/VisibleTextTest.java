package org.gongbao.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

    @Test
    void whatIsNotSeenIsNamed() {
        assertThat(VisibleText.of("甲\u202E乙\u200B丙\u0007\uFEFF\uDB40\uDC41\n丁"))
                .isEqualTo("甲⟦U+202E⟧乙⟦U+200B⟧丙⟦U+0007⟧⟦U+FEFF⟧⟦U+E0041⟧\n丁");
        assertThat(VisibleText.of("第三条的年份 𠮷 有误。")).isEqualTo("第三条的年份 𠮷 有误。");
    }

    @Test
    void aHeaderIsOneLine() {
        assertThat(VisibleText.line("通知\r\nBcc: all@yunzhou.example\u2028\u0085甲\u202E乙\u0000"))
                .isEqualTo("通知 Bcc: all@yunzhou.example 甲乙");
    }
}
