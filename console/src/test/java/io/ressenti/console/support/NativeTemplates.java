package io.ressenti.console.support;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletionStage;

/**
 * Templates of the tests read as those of a native executable do: from generated resolvers alone. What Qute would find by reflection,
 * which only the JVM has, fails the page.
 */
@ApplicationScoped
public class NativeTemplates {

    void refuseReflection(@Observes EngineBuilder engine) {
        engine.addValueResolver(new ReflectionRefused());
    }

    private static final class ReflectionRefused implements ValueResolver {

        /** After all generated resolvers (1 and above), before reflection (-1). */
        @Override
        public int getPriority() {
            return 0;
        }

        @Override
        public boolean appliesTo(EvalContext context) {
            return context.getBase() != null
                    && context.getBase().getClass().getName().startsWith("io.ressenti.");
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            throw new TemplateException("Natively, there is no " + context.getName() + " of "
                    + context.getBase().getClass().getName() + ": its class needs @TemplateData");
        }
    }
}
