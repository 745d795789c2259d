package city.plaza.identity.legacy;

import java.io.ByteArrayOutputStream;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;

/** Receives a file into memory, and keeps not a byte more than allowed. */
@Component
class ReceiveFile {

	static final String MEDIA_TYPE = "text/csv";

	static final String EXAMPLE = """
			email,given_name,family_name,phone,address_line1,address_line2,city,state,postal_code,customer_numbers
			pat@example.com,Pat,Example,(312) 555-0123,125 Main St,,Any Town,IL,62601,100234 100235
			""";

	static final int LARGEST_MEGABYTES = 5;

	static final int LARGEST = LARGEST_MEGABYTES * 1024 * 1024;

	/**
	 * As much as the gateway lets through is read and dropped: a client that is still
	 * sending when the connection closes never sees why.
	 */
	private static final int LARGEST_READ = 32 * 1024 * 1024;

	/**
	 * Receives it.
	 * @return its bytes, none of an empty one; the problem {@code too-large}
	 */
	Mono<byte[]> receive(Flux<DataBuffer> body) {
		return body.reduceWith(Received::new, Received::plus).map(Received::whole);
	}

	/** What came so far. */
	private static final class Received {

		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

		private long length;

		Received plus(DataBuffer piece) {
			this.length += piece.readableByteCount();
			if (this.length <= LARGEST) {
				byte[] more = new byte[piece.readableByteCount()];
				piece.read(more);
				this.bytes.writeBytes(more);
			}
			DataBufferUtils.release(piece);
			if (this.length > LARGEST_READ) {
				throw ImportProblems.TOO_LARGE.asException();
			}
			return this;
		}

		byte[] whole() {
			if (this.length > LARGEST) {
				throw ImportProblems.TOO_LARGE.asException();
			}
			return this.bytes.toByteArray();
		}

	}

}
