package city.plaza.portal.language;

import java.util.Locale;

import city.plaza.platform.messages.Language;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.springframework.web.server.i18n.LocaleContextResolver;

/**
 * The language of a page: the one chosen on this device, or else the one that the browser
 * prefers among those that are there.
 */
@Component(WebHttpHandlerBuilder.LOCALE_CONTEXT_RESOLVER_BEAN_NAME)
class VisitorLanguage implements LocaleContextResolver {

	@Override
	public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
		Language language = LanguageCookie.of(exchange)
			.orElseGet(
					() -> Language.preferred(exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE)));
		Locale locale = language.locale();
		return new SimpleLocaleContext(locale);
	}

	@Override
	public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext context) {
		throw new UnsupportedOperationException("A language is chosen at its own address");
	}

}
