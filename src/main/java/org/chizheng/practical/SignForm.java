package org.chizheng.practical;

import java.util.Map;

/** What the assessor saw when signing. @param answers by the number of the step, without those that have none */
public record SignForm(int epoch, Map<Integer, String> answers) {
    public SignForm {
        answers = answers == null ? Map.of() : Map.copyOf(answers);
    }
}
