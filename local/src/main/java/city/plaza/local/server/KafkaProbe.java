package city.plaza.local.server;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Asks a broker which versions of the protocol it speaks. Its port takes connections well
 * before that; an answer means that it serves.
 */
final class KafkaProbe {

	private static final int LIMIT_MILLIS = 2_000;

	private static final short API_VERSIONS = 18;

	private static final int CORRELATION = 20_210_615;

	private KafkaProbe() {
	}

	static boolean answers(String host, int port) throws IOException {
		try (Socket socket = new Socket()) {
			socket.setSoTimeout(LIMIT_MILLIS);
			socket.connect(new InetSocketAddress(host, port), LIMIT_MILLIS);
			DataOutputStream out = new DataOutputStream(socket.getOutputStream());
			out.writeInt(2 + 2 + 4 + 2);
			out.writeShort(API_VERSIONS);
			out.writeShort(0);
			out.writeInt(CORRELATION);
			out.writeShort(-1);
			out.flush();
			DataInputStream in = new DataInputStream(socket.getInputStream());
			return in.readInt() > 4 && in.readInt() == CORRELATION;
		}
	}

}
