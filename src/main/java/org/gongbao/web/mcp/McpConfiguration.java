package org.gongbao.web.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.util.List;
import java.util.Objects;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.search.DocumentSearch;
import org.gongbao.search.DutySearch;
import org.gongbao.web.Problems;
import org.gongbao.web.SiteIdentity;
import org.gongbao.web.site.DutyEvidence;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Streamable HTTP without sessions: a request is answered where it comes, and no node remembers another's. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(McpSettings.class)
class McpConfiguration {

    private static final String ADDRESS = "/mcp";
    private static final int MOST_BYTES = 65_536;

    private static final String INSTRUCTIONS =
            "Official documents of a Chinese government gazette (政府公报), open data only. Search in Chinese. Quote with start and"
                    + " end: they count Unicode code points of the text at textUrl, whose SHA-256 is given. 引用时请给出文件网址和原文位置。";

    @Bean
    ServletRegistrationBean<HttpServletStatelessServerTransport> mcp(
            DocumentSearch search,
            PublishedDocuments documents,
            DutySearch duties,
            DutyEvidence evidence,
            SiteIdentity site) {
        McpJsonMapper json = new McpJson(new JacksonMcpJsonMapper(JsonMapper.shared()));
        HttpServletStatelessServerTransport transport = HttpServletStatelessServerTransport.builder()
                .jsonMapper(json)
                .messageEndpoint(ADDRESS)
                .maxRequestSize(MOST_BYTES)
                .build();
        List<SyncToolSpecification> tools = List.of(
                McpTool.of(new SearchTool(search, documents, site.base())),
                McpTool.of(new FetchTool(documents, site.base())),
                McpTool.of(new DutiesTool(duties, evidence, site.base())));
        McpServer.sync(transport)
                .serverInfo("gongbao", "1")
                .instructions(INSTRUCTIONS)
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .jsonMapper(json)
                .jsonSchemaValidator(McpConfiguration.none())
                .validateToolInputs(false)
                .immediateExecution(true)
                .tools(tools)
                .build();
        return new ServletRegistrationBean<>(transport, ADDRESS);
    }

    @Bean
    FilterRegistrationBean<McpGate> mcpGate(
            ServletRegistrationBean<HttpServletStatelessServerTransport> mcp,
            McpSettings settings,
            SiteIdentity site,
            Problems problems) {
        List<String> versions = Objects.requireNonNull(mcp.getServlet()).protocolVersions();
        FilterRegistrationBean<McpGate> gate =
                new FilterRegistrationBean<>(new McpGate(site.base(), settings.origins(), versions, problems));
        gate.addUrlPatterns(ADDRESS);
        return gate;
    }

    /** The tools read their arguments themselves and say what was expected, so that no library of schemas is needed. */
    private static JsonSchemaValidator none() {
        return (schema, value) -> ValidationResponse.asValid(null);
    }
}
