package city.plaza.portal.staff;

import city.plaza.portal.city.CitySettings;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.FormErrors;
import city.plaza.portal.form.Refusals;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/** Who did what: the audit trails, newest first. */
@Controller
class AuditController {

	/** Dates and accounts are the portal's to read. */
	static final Form FORM = new Form("staff/audit", Refusals.ofFields("from", "to", "actor"));

	private final AuditTrails.OfIdentity identity;

	private final AuditTrails.OfBilling billing;

	private final CitySettings city;

	AuditController(AuditTrails.OfIdentity identity, AuditTrails.OfBilling billing, CitySettings city) {
		this.identity = identity;
		this.billing = billing;
		this.city = city;
	}

	@GetMapping("/staff/audit")
	Mono<Rendering> search(@ModelAttribute("form") AuditForm form,
			@RequestParam(required = false) @Nullable String cursor) {
		FormErrors errors = form.errors();
		if (errors.any()) {
			return Mono.just(FORM.again(errors).modelAttribute("form", form).build());
		}
		MultiValueMap<String, String> query = form.query(this.city.timeZone());
		if (cursor != null) {
			query.add("cursor", cursor);
		}
		return (form.billing() ? this.billing.search(query) : this.identity.search(query)).map((list) -> FORM.page()
			.modelAttribute("form", form)
			.modelAttribute("list", list)
			.modelAttribute("continued", cursor != null)
			.build());
	}

}
