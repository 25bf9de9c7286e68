package org.gongbao.web.mcp;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may speak the Model Context Protocol with this service.
 *
 * @param origins of other sites whose pages may, such as {@code https://assistant.example}; programs that are no pages always may
 */
@ConfigurationProperties("gongbao.mcp")
record McpSettings(@DefaultValue List<String> origins) {

    McpSettings {
        origins = origins.stream().filter(origin -> !origin.isBlank()).toList();
        origins.forEach(McpGate::origin);
    }
}
