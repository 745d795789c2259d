package city.plaza.platform.security;

import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication(proxyBeanMethods = false)
class GuardedApplication {

	@Bean
	AccessRules accessRules() {
		return (access) -> access.pathMatchers("/open")
			.permitAll()
			.pathMatchers("/finance")
			.hasRole("finance")
			.pathMatchers("/me")
			.authenticated();
	}

	@RestController
	static class Pages {

		@GetMapping("/open")
		Mono<String> open() {
			return Mono.just("open");
		}

		@GetMapping("/me")
		Mono<Caller> me(Caller caller) {
			return Mono.just(caller);
		}

		@PostMapping("/me")
		Mono<String> change(Caller caller) {
			return Mono.just(caller.givenName());
		}

		@GetMapping("/finance")
		Mono<Boolean> finance(Caller caller) {
			return Mono.just(caller.is("finance"));
		}

		@GetMapping("/forgotten")
		Mono<String> forgotten() {
			return Mono.just("nobody wrote a rule for this");
		}

	}

}
