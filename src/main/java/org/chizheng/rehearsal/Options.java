package org.chizheng.rehearsal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Arguments of a command: {@code --name value}, and {@code --name} alone for a switch. */
public final class Options {
    private final Map<String, String> values = new HashMap<>();

    /** @throws IllegalArgumentException naming what is not known */
    public Options(List<String> names, List<String> switches, List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i).replaceFirst("^--", "");
            if (arguments.get(i).startsWith("--") && switches.contains(name)) {
                values.put(name, "");
            } else if (arguments.get(i).startsWith("--") && names.contains(name) && i + 1 < arguments.size()) {
                values.put(name, arguments.get(++i));
            } else {
                throw new IllegalArgumentException("not understood: " + arguments.get(i));
            }
        }
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    public int whole(String name, int otherwise) {
        return values.containsKey(name) ? Integer.parseInt(values.get(name)) : otherwise;
    }

    public double number(String name, double otherwise) {
        return values.containsKey(name) ? Double.parseDouble(values.get(name)) : otherwise;
    }
}
