package org.chizheng.rehearsal.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** The parameters of PostgreSQL under which a province is run, from the manifests. */
final class ProductionDatabase {
    private static final Path MANIFEST = Path.of("k8s/overlays/production/postgres-patch.yaml");

    private ProductionDatabase() {}

    static Map<String, String> parameters() throws IOException {
        JsonNode cluster = new YAMLMapper().readTree(MANIFEST.toFile());
        Map<String, String> parameters = new LinkedHashMap<>();
        cluster.at("/spec/postgresql/parameters")
                .properties()
                .forEach(one -> parameters.put(one.getKey(), one.getValue().asText()));
        if (parameters.isEmpty()) {
            throw new IOException("no parameters of PostgreSQL in " + MANIFEST);
        }
        return parameters;
    }
}
