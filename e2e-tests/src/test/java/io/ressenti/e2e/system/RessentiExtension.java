package io.ressenti.e2e.system;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one {@link RunningRessenti} to every test class that asks for it; it ends after the last of them. */
public final class RessentiExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(RessentiExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningRessenti.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        RunningRessenti.class, type -> RunningRessenti.start("ressenti"), RunningRessenti.class);
    }
}
