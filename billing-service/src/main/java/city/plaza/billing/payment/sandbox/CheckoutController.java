package city.plaza.billing.payment.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import io.swagger.v3.oas.annotations.Hidden;
import reactor.core.publisher.Mono;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

@Hidden
@RestController
@RequestMapping("/sandbox-provider")
@ConditionalOnSandbox
class CheckoutController {

	private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

	private final SandboxCheckouts checkouts;

	private final PayCheckout payCheckout;

	private final SandboxSettings settings;

	CheckoutController(SandboxCheckouts checkouts, PayCheckout payCheckout, SandboxSettings settings) {
		this.checkouts = checkouts;
		this.payCheckout = payCheckout;
		this.settings = settings;
	}

	@GetMapping("/style.css")
	ResponseEntity<Resource> style() {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("text/css;charset=UTF-8"))
			.cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
			.body(new ClassPathResource("sandbox-provider/style.css"));
	}

	@GetMapping("/checkouts/{id}")
	Mono<ResponseEntity<String>> show(@PathVariable String id, ServerHttpRequest request) {
		CheckoutPage page = new CheckoutPage(CheckoutLanguage.of(request));
		return find(id, page).map((checkout) -> html(HttpStatus.OK, page, bodyOf(page, checkout), checkout))
			.switchIfEmpty(Mono.fromSupplier(() -> absent(page)));
	}

	@PostMapping(path = "/checkouts/{id}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	Mono<ResponseEntity<String>> submit(@PathVariable String id, ServerWebExchange exchange) {
		CheckoutPage page = new CheckoutPage(CheckoutLanguage.of(exchange.getRequest()));
		return find(id, page).zipWith(exchange.getFormData())
			.flatMap((found) -> submit(page, found.getT1(), found.getT2()))
			.switchIfEmpty(Mono.fromSupplier(() -> absent(page)));
	}

	/** With the payee named in the payer's language. */
	private Mono<SandboxCheckout> find(String id, CheckoutPage page) {
		return this.checkouts.find(id)
			.map((checkout) -> checkout.payee(this.settings.payee(checkout.payee(), page.language())));
	}

	private Mono<ResponseEntity<String>> submit(CheckoutPage page, SandboxCheckout checkout,
			MultiValueMap<String, String> data) {
		if ("cancel".equals(data.getFirst("action"))) {
			return this.payCheckout.cancel(checkout).then(Mono.fromSupplier(() -> back(checkout)));
		}
		CardForm form = new CardForm(value(data, "cardNumber"), value(data, "expiry"), value(data, "cvc"),
				value(data, "name"));
		return this.payCheckout.pay(checkout, form)
			.map((errors) -> errors.isEmpty() ? back(checkout)
					: html(HttpStatus.UNPROCESSABLE_CONTENT, page, page.form(checkout, form, errors), checkout));
	}

	private static String bodyOf(CheckoutPage page, SandboxCheckout checkout) {
		return (checkout.state() == CheckoutState.OPEN) ? page.form(checkout, new CardForm("", "", "", ""), Map.of())
				: page.over(checkout);
	}

	private static String value(MultiValueMap<String, String> data, String name) {
		String value = data.getFirst(name);
		return (value != null) ? value : "";
	}

	private static ResponseEntity<String> back(SandboxCheckout checkout) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(checkout.returnAddress()).build();
	}

	private static ResponseEntity<String> absent(CheckoutPage page) {
		return response(HttpStatus.NOT_FOUND, page, "'self'").body(page.absent());
	}

	private static ResponseEntity<String> html(HttpStatus status, CheckoutPage page, String body,
			SandboxCheckout checkout) {
		URI back = checkout.returnAddress();
		// Browsers count the redirect after a form among its targets.
		return response(status, page, "'self' " + back.getScheme() + "://" + back.getAuthority()).body(body);
	}

	private static ResponseEntity.BodyBuilder response(HttpStatus status, CheckoutPage page, String formAction) {
		return ResponseEntity.status(status)
			.contentType(HTML)
			.header(HttpHeaders.CONTENT_LANGUAGE, page.language().tag())
			.cacheControl(CacheControl.noStore())
			// The address alone lets anyone who has it pay.
			.header("Referrer-Policy", "no-referrer")
			.header("Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action " + formAction
					+ "; base-uri 'none'; frame-ancestors 'none'");
	}

}
