package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageProfileTest {

    private final PageProfile profile = PageProfile.DEFAULT;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "【字体：大 中 小】",
                "打印本页 | 关闭窗口",
                "分享到：微信 微博",
                "扫一扫在手机打开当前页",
                "您现在的位置：首页 > 政务公开",
                "上一篇：关于放假的通知",
                "版权所有：云州市人民政府 江ICP备20230001号",
                "相关文章",
                "浏览次数：128",
                "简体 | 繁體 | English | 无障碍浏览"
            })
    void furnitureIsToldByItsText(String text) {
        assertThat(profile.isFurniture(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"一、加强领导。", "附件：1.名单", "云州市人民政府办公室", "（此件公开发布）", "主办单位：云州市档案局", "中", "位置条件：临街", "字体应当使用仿宋"})
    void textOfDocumentsIsNoFurniture(String text) {
        assertThat(profile.isFurniture(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"索 引 号：", "发文字号: 云政办字〔2023〕12号", "主　题　词："})
    void labelsAreFoundThroughBlanks(String text) {
        assertThat(profile.hasLabel(text)).isTrue();
    }
}
