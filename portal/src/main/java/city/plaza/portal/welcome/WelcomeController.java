package city.plaza.portal.welcome;

import java.util.Set;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;

/** The pages that need no service: they stay available during every outage. */
@Controller
class WelcomeController {

	private static final Set<String> TOPICS = Set.of("example-bill", "add-an-account", "pay-a-bill");

	@GetMapping("/announcements")
	Rendering announcements() {
		return Rendering.view("welcome/announcements").build();
	}

	@GetMapping("/contact")
	Rendering contact() {
		return Rendering.view("welcome/contact").build();
	}

	@GetMapping("/other-services")
	Rendering otherServices() {
		return Rendering.view("welcome/other-services").build();
	}

	@GetMapping("/help/{topic}")
	Rendering help(@PathVariable String topic) {
		if (!TOPICS.contains(topic)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return Rendering.view("welcome/" + topic).build();
	}

}
