package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    /** The leaves that certificate transparency tests use, and the roots of the first 1 to 8 of them. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    /** Complete subtrees of some leaves, made by the definition. */
    private static MerkleTree tree(List<byte[]> leaves) {
        Map<String, byte[]> nodes = new HashMap<>();
        for (int level = 0; 1 << level <= leaves.size(); level++) {
            for (int place = 0; (place + 1) << level <= leaves.size(); place++) {
                nodes.put(level + "/" + place, byDefinition(leaves.subList(place << level, (place + 1) << level)));
            }
        }
        return new MerkleTree((level, place) -> nodes.get(level + "/" + place));
    }

    /** RFC 6962, section 2.1, word for word. */
    private static byte[] byDefinition(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return MerkleTree.hashOfLeaf(leaves.get(0));
        }
        int k = 1;
        while (k * 2 < leaves.size()) {
            k *= 2;
        }
        return MerkleTree.hashOfNode(
                byDefinition(leaves.subList(0, k)), byDefinition(leaves.subList(k, leaves.size())));
    }

    private static List<byte[]> numbered(int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(new byte[] {(byte) i, 7});
        }
        return leaves;
    }

    @Test
    void rootsAreThoseOfTheKnownVectors() {
        List<byte[]> leaves = LEAVES.stream().map(HexFormat.of()::parseHex).toList();
        MerkleTree tree = tree(leaves);

        for (int size = 1; size <= 8; size++) {
            assertThat(HexFormat.of().formatHex(tree.root(size))).isEqualTo(ROOTS.get(size - 1));
        }
        assertThat(HexFormat.of().formatHex(tree.root(0)))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void everyLeafOfEverySizeIsProvedAndNoOtherLeafIs() {
        List<byte[]> leaves = numbered(40);
        MerkleTree tree = tree(leaves);
        for (int size = 1; size <= 40; size++) {
            byte[] root = byDefinition(leaves.subList(0, size));
            assertThat(tree.root(size)).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = tree.inclusion(index, size);
                assertThat(LogVerifier.includes(root, size, index, leaves.get(index), path))
                        .isTrue();
                assertThat(LogVerifier.includes(root, size, index, new byte[] {99}, path))
                        .isFalse();
                assertThat(LogVerifier.includes(root, size, (index + 1) % size, leaves.get(index), path))
                        .isEqualTo(size == 1);
            }
        }
    }

    @Test
    void everyOlderSizeIsProvedToBeTheBeginningOfEveryLaterOne() {
        List<byte[]> leaves = numbered(33);
        MerkleTree tree = tree(leaves);
        byte[] wrong = new byte[32];
        for (int second = 1; second <= 33; second++) {
            for (int first = 1; first <= second; first++) {
                List<byte[]> proof = tree.consistency(first, second);
                assertThat(LogVerifier.continues(tree.root(first), first, tree.root(second), second, proof))
                        .isTrue();
                assertThat(LogVerifier.continues(wrong, first, tree.root(second), second, proof))
                        .isFalse();
                assertThat(LogVerifier.continues(tree.root(first), first, wrong, second, proof))
                        .isFalse();
            }
        }
    }

    @Test
    void aProofThatIsTooLongOrTooShortIsRefused() {
        List<byte[]> leaves = numbered(7);
        MerkleTree tree = tree(leaves);
        List<byte[]> path = new ArrayList<>(tree.inclusion(3, 7));
        List<byte[]> proof = new ArrayList<>(tree.consistency(3, 7));

        assertThat(LogVerifier.includes(tree.root(7), 7, 3, leaves.get(3), path.subList(1, path.size())))
                .isFalse();
        assertThat(LogVerifier.continues(tree.root(3), 3, tree.root(7), 7, proof.subList(1, proof.size())))
                .isFalse();
        path.add(new byte[32]);
        proof.add(new byte[32]);
        assertThat(LogVerifier.includes(tree.root(7), 7, 3, leaves.get(3), path))
                .isFalse();
        assertThat(LogVerifier.continues(tree.root(3), 3, tree.root(7), 7, proof))
                .isFalse();
    }
}
