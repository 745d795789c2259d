package city.plaza.portal.language;

import java.net.URI;

import city.plaza.platform.messages.Language;
import city.plaza.portal.page.LocalPath;
import city.plaza.portal.page.Pages;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * The switch of languages, a link of every page: it needs neither JavaScript nor a form.
 */
@Controller
class LanguageController {

	@GetMapping("/language/{tag}")
	Rendering choose(@PathVariable String tag, @RequestParam(required = false) @Nullable String then,
			ServerWebExchange exchange) {
		Language language = Language.of(tag)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No such language"));
		LanguageCookie.set(exchange, language);
		return Pages.seeOther(URI.create(LocalPath.accept(then).orElse("/")));
	}

}
