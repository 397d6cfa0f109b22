package io.hourshare.web.display;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.IText;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/** Lets finished pages pass through the bundle of the chosen language: every page speaks it, whoever wrote it. */
final class Translation implements IPostProcessorDialect {

    private static final Map<String, Phrases> LANGUAGES =
            Map.of("en", new Phrases("/messages_en.properties", "/reasons_en.properties", "/causes_en.properties"));

    @Override
    public String getName() {
        return "translation";
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return 1000;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, Words.class, 1000));
    }

    /** Made by the template engine, one a page. */
    public static final class Words extends AbstractTemplateHandler {

        private static final List<String> SPOKEN = List.of("title", "placeholder", "aria-label", "alt", "data-done");

        /** A page says the same many times over. */
        private final Map<String, Optional<String>> said = new HashMap<>();

        private @org.jspecify.annotations.Nullable Phrases phrases;

        @Override
        public void setContext(ITemplateContext context) {
            super.setContext(context);
            Locale locale = context.getLocale();
            phrases = LANGUAGES.get(locale.getLanguage());
        }

        @Override
        public void handleText(IText text) {
            Phrases words = phrases;
            super.handleText(
                    words == null
                            ? text
                            : said.computeIfAbsent(text.getText(), words::of)
                                    .map(other -> getContext().getModelFactory().createText(other))
                                    .orElse(text));
        }

        @Override
        public void handleOpenElement(IOpenElementTag tag) {
            super.handleOpenElement(spoken(tag));
        }

        @Override
        public void handleStandaloneElement(IStandaloneElementTag tag) {
            super.handleStandaloneElement(spoken(tag));
        }

        private <T extends IProcessableElementTag> T spoken(T tag) {
            Phrases words = phrases;
            T translated = tag;
            if (words != null) {
                for (String attribute : SPOKEN) {
                    String value = tag.getAttributeValue(attribute);
                    String other = value == null
                            ? null
                            : said.computeIfAbsent(value, words::of).orElse(null);
                    if (other != null) {
                        translated = getContext().getModelFactory().setAttribute(translated, attribute, other);
                    }
                }
            }
            return translated;
        }
    }
}
