package city.plaza.portal;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What a browser sends of a form that it shows, now or later. */
final class PayForms {

	private PayForms() {
	}

	static MultiValueMap<String, String> of(PortalTest.Page page, String action) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		page.html()
			.select("form[method=post] input[name]")
			.stream()
			.filter((input) -> input.closest("form").attr("action").equals(action))
			.forEach((input) -> form.set(input.attr("name"), input.val()));
		return form;
	}

}
