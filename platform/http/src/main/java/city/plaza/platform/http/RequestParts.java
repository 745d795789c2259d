package city.plaza.platform.http;

import java.util.Map;

import reactor.core.publisher.Flux;

import org.springframework.core.ResolvableType;
import org.springframework.http.ReactiveHttpInputMessage;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.codec.multipart.PartEventHttpMessageReader;

/**
 * Reads the parts of a form, of which at most one piece is asked for at a time. Spring
 * makes each piece a publisher of one value, and Reactor's subscription to such a one is
 * not safe where its reader asks for more on another thread, as one that writes to a file
 * does: a piece came twice, or was left out of the file.
 */
class RequestParts extends PartEventHttpMessageReader {

	@Override
	public Flux<PartEvent> read(ResolvableType type, ReactiveHttpInputMessage message, Map<String, Object> hints) {
		return super.read(type, message, hints).limitRate(1);
	}

}
