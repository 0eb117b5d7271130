package org.chizheng.bank;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
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
public final class BankFile {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> TRUE = List.of("true", "yes", "on");
    private final Path path;
    private final Map<String, Integer> lines = new HashMap<>();
    private JsonNode content = JSON.missingNode();

    private BankFile(Path path) {
        this.path = path;
    }

    /** Reads and checks against the schema; faults are added to the list. */
    public static BankFile read(Path path, JsonSchema schema, List<String> faults) {
        BankFile file = new BankFile(path);
        int before = faults.size();
        try (Reader in = Files.newBufferedReader(path)) {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(in);
            file.content = root == null ? JSON.missingNode() : file.convert(root, "", faults);
        } catch (MarkedYAMLException e) {
            faults.add(path + ":" + (e.getProblemMark().getLine() + 1) + ": " + e.getProblem());
            return file;
        } catch (YAMLException | IOException e) {
            faults.add(path + ":1: "
                    + (e instanceof NoSuchFileException ? "is missing" : "is not YAML in UTF-8: " + e.getMessage()));
            return file;
        }
        if (faults.size() == before) {
            schema.validate(file.content).forEach(message -> faults.add(file.tell(message)));
        }
        return file;
    }

    /** A fault of the schema at the line of the field that it is about, where the file has that field. */
    private String tell(ValidationMessage message) {
        String place = message.getInstanceLocation().toString();
        if ("false".equals(message.getType())) {
            return at(place) + place.substring(place.lastIndexOf('.') + 1) + " has no place here";
        }
        String field = message.getProperty() == null ? place : place + "." + message.getProperty();
        return at(field) + message.getMessage().replaceFirst("^[^:]*: ", "");
    }

    public static JsonSchema schema(Path file) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(file));
    }

    public JsonNode content() {
        return content;
    }

    /** "file:line: " of a value, or of the nearest one around it. */
    public String at(String pointer) {
        String known =
                pointer.replaceAll("^\\$", "").replaceAll("\\[(\\d+)\\]", "/$1").replace('.', '/');
        while (!known.isEmpty() && !lines.containsKey(known)) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        return path + ":" + lines.getOrDefault(known, 1) + ": ";
    }

    private JsonNode convert(Node node, String pointer, List<String> faults) {
        lines.putIfAbsent(pointer, node.getStartMark().getLine() + 1);
        if (node.getAnchor() != null) {
            faults.add(at(pointer) + "anchors and aliases are not allowed");
            return JSON.missingNode();
        }
        if (node instanceof MappingNode mapping) {
            return object(mapping, pointer, faults);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            int index = 0;
            for (Node child : sequence.getValue()) {
                array.add(convert(child, pointer + "/" + index++, faults));
            }
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private ObjectNode object(MappingNode mapping, String pointer, List<String> faults) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = tuple.getKeyNode().getStartMark().getLine() + 1;
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (object.has(key)) {
                faults.add(path + ":" + line + ": " + key + " stands twice");
                continue;
            }
            lines.put(pointer + "/" + key, line);
            object.set(key, convert(tuple.getValueNode(), pointer + "/" + key, faults));
        }
        return object;
    }

    /** Only true and false as YAML 1.1 writes them and plain decimal integers are more than text. */
    private static JsonNode scalar(ScalarNode node) {
        String value = node.getValue();
        if (Tag.BOOL.equals(node.getTag())) {
            return JSON.booleanNode(TRUE.contains(value.toLowerCase(java.util.Locale.ROOT)));
        }
        if (Tag.INT.equals(node.getTag()) && value.matches("-?[1-9]\\d{0,8}|0")) {
            return JSON.numberNode(Integer.parseInt(value));
        }
        return JSON.textNode(value);
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
