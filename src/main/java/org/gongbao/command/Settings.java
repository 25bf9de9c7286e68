package org.gongbao.command;

import java.util.ArrayList;
import java.util.List;
import org.gongbao.system.GongbaoSettings;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * What a command is started with: the application, and the settings of its command line.
 *
 * @param application the Spring application
 * @param arguments settings such as {@code --gongbao.data=FOLDER}
 */
record Settings(Class<?> application, List<String> arguments) {

    String[] asArray() {
        return arguments.toArray(String[]::new);
    }

    /** These settings with others, which win over those of the same name. */
    Settings with(String... others) {
        List<String> all = new ArrayList<>(List.of(others));
        List<String> names = all.stream().map(Settings::name).toList();
        arguments.stream().filter(argument -> !names.contains(name(argument))).forEach(all::add);
        return new Settings(application, all);
    }

    private static String name(String argument) {
        int equals = argument.indexOf('=');
        return equals < 0 ? argument : argument.substring(0, equals);
    }

    /** Binds a settings record without starting the application: command line, environment and files, the Spring way. */
    <T> T bind(String prefix, Class<T> type) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(asArray()));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bindOrCreate(prefix, type);
    }

    GongbaoSettings gongbao() {
        return bind("gongbao", GongbaoSettings.class);
    }
}
