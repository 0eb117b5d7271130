package org.chizheng.common;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.NamespaceResolver;

/** Lets a template say {@code {m:key}} or {@code {m:key(argument)}}; the language is the request's. */
@EngineConfiguration
public class MessageResolver implements NamespaceResolver {
    @Override
    public String getNamespace() {
        return "m";
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        List<CompletableFuture<Object>> parameters = new ArrayList<>();
        for (Expression parameter : context.getParams()) {
            parameters.add(context.evaluate(parameter).toCompletableFuture());
        }
        String lang = Arc.container().instance(Ui.class).get().getLang();
        return CompletableFuture.allOf(parameters.toArray(CompletableFuture[]::new))
                .thenApply(done -> Messages.get(
                        lang,
                        context.getName(),
                        parameters.stream().map(CompletableFuture::join).toList()));
    }
}
