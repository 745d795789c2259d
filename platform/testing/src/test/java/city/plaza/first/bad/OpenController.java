package city.plaza.first.bad;

import reactor.core.publisher.Flux;

import org.springframework.web.bind.annotation.RestController;

@RestController
public class OpenController {

	Flux<String> all() {
		return Flux.empty();
	}

}
