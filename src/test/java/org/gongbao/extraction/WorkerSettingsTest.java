package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

class WorkerSettingsTest {

    @Test
    void theConfigurationFileStatesTheDefaults() throws IOException {
        List<PropertySource<?>> sources =
                new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yml"));
        Binder binder = new Binder(ConfigurationPropertySources.from(sources));
        assertThat(binder.bind("gongbao.workers", WorkerSettings.class).get()).isEqualTo(WorkerSettings.DEFAULT);
    }

    @Test
    void withoutAnySettingTheDefaultsHold() {
        Binder binder = new Binder(new MapConfigurationPropertySource(Map.of()));
        assertThat(binder.bindOrCreate("gongbao.workers", WorkerSettings.class)).isEqualTo(WorkerSettings.DEFAULT);
    }

    @Test
    void aPoolThatCouldDoNothingIsRefused() {
        Binder binder = new Binder(new MapConfigurationPropertySource(Map.of("gongbao.workers.documents", "0")));
        assertThatThrownBy(() -> binder.bindOrCreate("gongbao.workers", WorkerSettings.class))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .hasStackTraceContaining("documents=0");
    }
}
