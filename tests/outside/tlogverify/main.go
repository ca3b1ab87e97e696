// Command tlogverify checks a C2SP tlog-proof with the Go project's own packages, and nothing of
// ours. Usage: tlogverify VKEY PROOF-FILE LEAF-FILE
package main

import (
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func parseHash(line string) (tlog.Hash, error) {
	var hash tlog.Hash
	raw, err := base64.StdEncoding.DecodeString(line)
	if err != nil {
		return hash, err
	}
	if len(raw) != tlog.HashSize {
		return hash, errors.New("a hash of another length")
	}
	copy(hash[:], raw)
	return hash, nil
}

func parseProof(head string) (int64, tlog.RecordProof, error) {
	lines := strings.Split(head, "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" {
		return 0, nil, errors.New("not a tlog-proof@v1")
	}
	lines = lines[1:]
	if len(lines) > 0 && strings.HasPrefix(lines[0], "extra ") {
		lines = lines[1:]
	}
	if len(lines) == 0 || !strings.HasPrefix(lines[0], "index ") {
		return 0, nil, errors.New("no index")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[0], "index "), 10, 64)
	if err != nil {
		return 0, nil, err
	}
	proof := tlog.RecordProof{}
	for _, line := range lines[1:] {
		hash, err := parseHash(line)
		if err != nil {
			return 0, nil, err
		}
		proof = append(proof, hash)
	}
	return index, proof, nil
}

func run(vkey, proofPath, leafPath string) error {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return err
	}
	whole, err := os.ReadFile(proofPath)
	if err != nil {
		return err
	}
	leaf, err := os.ReadFile(leafPath)
	if err != nil {
		return err
	}
	parts := strings.SplitN(string(whole), "\n\n", 2)
	if len(parts) != 2 {
		return errors.New("no checkpoint")
	}
	index, proof, err := parseProof(parts[0])
	if err != nil {
		return err
	}
	checkpoint, err := note.Open([]byte(parts[1]), note.VerifierList(verifier))
	if err != nil {
		return err
	}
	lines := strings.Split(checkpoint.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		return errors.New("not this log's checkpoint")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return err
	}
	root, err := parseHash(lines[2])
	if err != nil {
		return err
	}
	if err := tlog.CheckRecord(proof, size, root, index, tlog.RecordHash(leaf)); err != nil {
		return err
	}
	fmt.Println("verified", index, size)
	return nil
}

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: tlogverify VKEY PROOF-FILE LEAF-FILE")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		fmt.Fprintln(os.Stderr, "refused:", err)
		os.Exit(1)
	}
}
