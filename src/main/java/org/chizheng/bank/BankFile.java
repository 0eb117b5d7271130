package org.chizheng.bank;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

/** One YAML file of the bank as JSON, with the line of each value, so that every fault says where it is. */
final class BankFile {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private final Path path;
    private final Map<String, Integer> lines = new HashMap<>();
    private JsonNode content = JSON.missingNode();

    private BankFile(Path path) {
        this.path = path;
    }

    /** Reads and checks against the schema; faults are added to the list. */
    static BankFile read(Path path, JsonSchema schema, List<String> faults) {
        BankFile file = new BankFile(path);
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (Reader in = Files.newBufferedReader(path)) {
            Node root = new Yaml(new SafeConstructor(options)).compose(in);
            file.content = root == null ? JSON.missingNode() : file.convert(root, "");
        } catch (MarkedYAMLException e) {
            faults.add(path + ":" + (e.getProblemMark().getLine() + 1) + ": " + e.getProblem());
            return file;
        } catch (IOException e) {
            faults.add(path + ":1: cannot be read as UTF-8: " + e.getMessage());
            return file;
        }
        for (ValidationMessage message : schema.validate(file.content)) {
            faults.add(file.at(message.getInstanceLocation().toString())
                    + message.getMessage().replaceFirst("^[^:]*: ", ""));
        }
        return file;
    }

    static JsonSchema schema(Path file) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(file));
    }

    JsonNode content() {
        return content;
    }

    /** "file:line: " of a value, or of the nearest one around it. */
    String at(String pointer) {
        String known =
                pointer.replaceAll("^\\$", "").replaceAll("\\[(\\d+)\\]", "/$1").replace('.', '/');
        while (!known.isEmpty() && !lines.containsKey(known)) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        return path + ":" + lines.getOrDefault(known, 1) + ": ";
    }

    private JsonNode convert(Node node, String pointer) {
        lines.put(pointer, node.getStartMark().getLine() + 1);
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JSON.objectNode();
            for (NodeTuple tuple : mapping.getValue()) {
                String key = ((ScalarNode) tuple.getKeyNode()).getValue();
                object.set(key, convert(tuple.getValueNode(), pointer + "/" + key));
            }
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            int index = 0;
            for (Node child : sequence.getValue()) {
                array.add(convert(child, pointer + "/" + index++));
            }
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private static JsonNode scalar(ScalarNode node) {
        if (Tag.BOOL.equals(node.getTag())) {
            return JSON.booleanNode(List.of("true", "yes", "on").contains(node.getValue()));
        }
        if (Tag.INT.equals(node.getTag())) {
            return JSON.numberNode(Integer.parseInt(node.getValue()));
        }
        return JSON.textNode(node.getValue());
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
