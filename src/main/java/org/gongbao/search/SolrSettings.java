package org.gongbao.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the search index is. With neither address Solr runs inside this process, in the data folder.
 *
 * @param url address of a Solr server such as {@code http://search:8983/solr}; its configset {@code collection} is a copy of
 *     {@code solr-config}
 * @param zookeeper ZooKeeper hosts of a SolrCloud such as {@code zk1:2181,zk2:2181/solr}; goes before {@code url}
 * @param collection name of the core, or of the alias in SolrCloud
 * @param replicas copies of the index in SolrCloud, at most one a node
 * @param searches searches that are worked on at the same time
 */
@Validated
@ConfigurationProperties("gongbao.solr")
public record SolrSettings(
        @Nullable String url,
        @Nullable String zookeeper,

        @DefaultValue("gongbao") @Pattern(regexp = "[A-Za-z][A-Za-z0-9_]*")
        String collection,

        @DefaultValue("2") @Min(1) @Max(9) int replicas,
        @DefaultValue("16") @Min(1) int searches) {

    boolean isCloud() {
        return zookeeper != null && !zookeeper.isBlank();
    }

    boolean isRemote() {
        return url != null && !url.isBlank();
    }
}
