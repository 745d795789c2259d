package city.plaza.portal.page;

import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;

/** Puts the frame around every page. */
@ControllerAdvice
class FrameAdvice {

	private final Frames frames;

	FrameAdvice(Frames frames) {
		this.frames = frames;
	}

	@ModelAttribute(Frame.NAME)
	Mono<Frame> frame(ServerWebExchange exchange) {
		return this.frames.of(exchange);
	}

}
