package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RightsSettingsTest {

    private static RightsSettings bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("gongbao.rights", RightsSettings.class);
    }

    @Test
    void aListThatIsEmptyLeavesTheStatementForAll() {
        RightsSettings rights = bind(Map.of("gongbao.rights.by-kind", ""));
        assertThat(rights).isEqualTo(RightsSettings.standard());
        assertThat(rights.ofKind("通知")).isEqualTo(rights.standing());
        assertThat(rights.ofKind(null).licence()).startsWith("https://creativecommons.org/");
    }

    @Test
    void aKindMayHaveAStatementWithoutALicence() {
        RightsSettings rights = bind(Map.of(
                "gongbao.rights.by-kind[0].kinds", "通报,其他",
                "gongbao.rights.by-kind[0].zh", "转载须经同意。",
                "gongbao.rights.by-kind[0].en", "Ask before you reprint it."));
        assertThat(rights.ofKind("通报"))
                .isEqualTo(new RightsSettings.Rights(null, "转载须经同意。", "Ask before you reprint it."));
        assertThat(rights.ofKind(null)).isEqualTo(rights.ofKind("通报"));
        assertThat(rights.ofKind("通知")).isEqualTo(rights.standing());
    }

    @Test
    void aKindThatThereIsNotIsNamed() {
        assertThatThrownBy(() -> bind(Map.of(
                        "gongbao.rights.by-kind[0].kinds", "通告,告示",
                        "gongbao.rights.by-kind[0].zh", "一",
                        "gongbao.rights.by-kind[0].en", "one")))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageContaining("告示");
    }
}
